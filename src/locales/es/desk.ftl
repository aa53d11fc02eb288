### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Fragmento de la conversación reservada
desk-leak-body = El texto marcado viene de la conversación reservada con { $name }, que aún no autorizó contar.
desk-leak-remove = Quitar el fragmento
desk-leak-ask = Pedir permiso a { $name }

## The rep's desk

desk-rail = Principal
desk-rail-cases = Casos
desk-rail-register = Registro
desk-cases = Mis casos
desk-search = Buscar nombre o producto
desk-filter = Mostrar
desk-tab-my_turn = Mi turno
desk-tab-waiting = En espera
desk-tab-due_today = Hoy
desk-tab-all = Todos
desk-none = Ningún caso aquí.
desk-none-found = No se encontró nada. Pruebe otra palabra.
desk-cut = Esas palabras encuentran muchos casos: aquí están los que quedan entre los mil abiertos más recientemente. Escriba más palabras.
desk-none-yours = No tiene nada pendiente.
desk-see-waiting = Ver lo que depende de otras personas
desk-more = Ver más casos
desk-choose = Elija un caso en la lista.
desk-open-first = Abrir el primero
desk-opened = Conversación abierta: { $room }
desk-support = Apoyo
desk-guide = Guía
desk-case = Caso
desk-files = Documentos { $count }
desk-files-none = Nadie envió un archivo todavía.
desk-files-private = Reservado
desk-case-consumer = Parte consumidora
desk-case-mediator = Mediación
desk-case-phase = Fase
desk-case-opened = Abierto el
desk-case-reference = Referencia
desk-agreement = Acuerdo
desk-join = Entrar al caso
desk-ask-mediator = Pedir mediación
desk-ask-mediator-body = Una persona neutral del centro entra a la conversación. Los dos lados sabrán que usted lo pidió.
desk-leave = Salir de la mediación
desk-leave-title = ¿Salir de la mediación?
desk-leave-body = La mediación termina y el caso pasa al ombudsman. Usted podrá seguir leyendo lo que ya leía. El otro lado lo sabrá.
desk-call-back = Retirar la invitación
desk-call-back-title = ¿Retirar la invitación?
desk-call-back-body = El caso termina, y la persona invitada recibe un aviso. Para invitar de nuevo, abra otro caso.
desk-papers = Documentos y registro
desk-hand-over = Pasar el caso a otra persona
desk-hand-over-body = Usted sale del caso y ya no lee nada de él. El otro lado verá quién asume y el motivo, nunca la nota.
desk-hand-over-mediator = Usted deja la mediación y ya no lee nada de ella. Lo que oyó en conversación reservada no se traslada; quien venga empieza con conversaciones reservadas nuevas.
desk-hand-over-to = Quién asume
desk-hand-over-why = Por qué
desk-hand-over-note = Nota para quien asume
desk-hand-over-note-hint = Queda en las notas del equipo: solo la empresa { $company } lee.
desk-hand-over-nobody = No hay nadie que pueda asumir ahora.
desk-hand-over-missing-person = Elija quién asume.
desk-hand-over-missing-reason = Elija el motivo.
desk-hand-over-yes = Pasar el caso
desk-leave-seat = Salir del caso
desk-leave-seat-body = Usted ya no lee nada de este caso. Si no queda nadie más de la empresa, la conversación se detiene hasta que la empresa envíe a otra persona. El caso muestra entonces la fecha límite.
desk-leave-seat-mediator = Usted ya no lee nada de este caso. Se propondrá a otra persona, que empieza con conversaciones reservadas nuevas.
desk-leave-seat-yes = Salir del caso
desk-outside = Su empresa está en este caso
desk-outside-body = Usted no participa en él: lee cómo empezó, no lo que se dijo después.
desk-outside-was = Su participación en este caso terminó
desk-outside-was-body = Usted ya no lee lo que se dice en él. Lo que escribió sigue en el registro.
desk-outside-cases = Ver mis casos
desk-ended = Su acceso a esta página terminó. Lo que escribió está guardado.
desk-offline = Sin conexión. Lo que escriba queda guardado y se envía después.
desk-back = { $count ->
    [0] Conexión restablecida.
    [one] Conexión restablecida. { $count } novedad.
   *[other] Conexión restablecida. { $count } novedades.
}

desk-starters = Escucha activa
desk-starter-1 = Reconocer
desk-starter-2 = Hacer una pregunta abierta
desk-starter-3 = Repetir con sus palabras
desk-starter-4 = Resumir
desk-starter-1-text = { $name }, entiendo que esto fue difícil para usted:
desk-starter-2-text = Cuente cómo fue para usted:
desk-starter-3-text = Lo que entendí es esto. ¿Está bien?
desk-starter-4-text = Hasta aquí acordamos:

desk-tactics = 7 pasos (TACTICS)
desk-tactics-done = hecho
desk-tactics-thank = Agradecer que traiga el problema
desk-tactics-thank-how = Diga el nombre de la persona y lo que trajo.
desk-tactics-apologise = Pedir disculpas por lo que pasó
desk-tactics-apologise-how = Lamentar no es asumir culpa. Hable de lo que vivió la persona.
desk-tactics-collect = Reunir solo los hechos que faltan
desk-tactics-collect-how = Primero preguntas abiertas. No pida dos veces lo ya dicho.
desk-tactics-act = Tomar medidas
desk-tactics-act-how = Diga qué hará y cuándo. Prometa solo lo que cabe en su plazo.
desk-tactics-own = “Yo lo resuelvo”: asumir con nombre
desk-tactics-own-how = Firme con su nombre lo que usted va a hacer.
desk-tactics-check = Confirmar que la persona está conforme
desk-tactics-check-how = ¿Esto lo resuelve? ¿Falta algo?
desk-tactics-summarise = Resumir por escrito
desk-tactics-summarise-how = Escriba lo acordado, las próximas fechas y la causa.

## Keys

desk-keys = Atajos
desk-keys-on = Usar teclas de una letra
desk-key-move = mover
desk-key-next = Caso siguiente
desk-key-previous = Caso anterior
desk-key-open = Abrir el caso o ir al mensaje
desk-key-accept = Revisar y aceptar la propuesta
desk-key-counter = Proponer otra
desk-key-propose = Nueva propuesta
desk-key-starters = Frases de escucha activa
desk-key-send = Enviar

## The mediator's console

desk-settings = Reglas
desk-rooms = Mis salas
desk-needs-you = Le necesitan · { $count }
desk-moving = Avanzan sin usted · { $count }
desk-actions = Acciones
desk-waits = espera { $time }
desk-alt-keys = parte consumidora, todos, empresa
desk-choose-room = Elija una sala en la lista.
desk-open-longest = Abrir la que más espera
desk-typing = escribiendo
desk-propose = Proponer
desk-summary = Resumir lo que oí
desk-summary-label = Lo que usted entendió
desk-summary-hint = { $name } confirma o corrige. Solo ustedes dos lo ven.
desk-ask-tell = Pedir permiso para contar
desk-ask-title = Pedir permiso a { $name }
desk-ask-label = Las palabras exactas
desk-ask-hint = Solo estas palabras se podrán llevar a la sala conjunta, y solo si { $name } autoriza.
desk-ask-send = Pedir a { $name }
desk-pause = Pausar sala conjunta
desk-pause-body = Las partes no podrán escribir en la sala conjunta hasta que usted la reabra. Las conversaciones reservadas siguen. Los dos lados ven la pausa.
desk-reopen = Reabrir sala conjunta
desk-reopen-body = Las partes podrán escribir de nuevo en la sala conjunta.
desk-stage = Cambiar etapa
desk-stage-to = Etapa
desk-stage-note = Nota (opcional)
desk-stage-note-hint = Esta nota aparece en la sala conjunta.
desk-stage-move = Cambiar
desk-impasse = Cerrar sin acuerdo
desk-impasse-why = ¿Por qué?
desk-impasse-hint = El motivo es un código de la lista. Sus palabras quedan solo en sus notas.
desk-impasse-missing = Elija un motivo.
desk-impasse-continue = Continuar
desk-impasse-sure = ¿Cerrar la mediación sin acuerdo: { $ground }?
desk-impasse-effect-1 = La mediación termina para los dos lados y se emite el acta final.
desk-impasse-effect-2 = Las conversaciones reservadas se cierran.
desk-impasse-effect-3 = El caso pasa al ombudsman.
desk-impasse-yes = Sí, cerrar sin acuerdo
desk-remove = Retirar de la conversación a alguien de la empresa
desk-remove-body = La persona sale ahora y ya no lee nada. El motivo aparece en el caso. Si no queda nadie más de la empresa { $company }, la empresa debe enviar a otra persona. El caso muestra entonces la fecha límite.
desk-remove-who = Quién sale
desk-remove-why = Motivo
desk-remove-missing = Elija quién sale y el motivo.
desk-remove-yes = Retirar de la conversación
desk-accept-title = Le propusieron para mediar
desk-accept-nothing-said = Verá lo que se dijo solo después de aceptar.
desk-accept-clear = No tengo conflicto de intereses con ninguno de los lados
desk-accept-missing = Para aceptar, declare que no tiene conflicto. Si lo tiene, no acepte.
desk-accept-words = Lo que los dos lados deben saber de usted
desk-accept-words-hint = Formación, vínculos, quién paga. Lo leen los dos lados.
desk-accept-words-missing = Escriba lo que los dos lados deben saber de usted o marque que no hay nada que declarar.
desk-accept-nothing = Nada que declarar
desk-accept-nothing-hint = Completa el campo con esta declaración, en el idioma del caso.
desk-accept-nothing-words = No tengo nada que declarar: ningún vínculo con ninguno de los lados y ningún interés en el resultado.
desk-accept-yes = Aceptar mediar
desk-accept-no = Rechazar
desk-admit-title = Caso recibido
desk-admit = Admitir el caso
desk-assign = Proponer quién media
desk-assign-nobody = Ahora no hay nadie libre y sin conflicto para mediar.
desk-assign-missing = Elija una persona.
desk-assign-yes = Proponer
desk-coordinate-title = Coordinación del caso
desk-coordinate-sees = La coordinación ve nombres, fase y plazos, nunca lo que se dijo.
desk-case-now = Próximo paso
desk-admit-lead = Hasta que usted admita el caso, nadie de la empresa se entera del reclamo.
desk-refuse = Rechazar el caso
desk-refuse-why = Por qué no se admite el caso
desk-refuse-effect = Quien reclamó recibe un aviso con este motivo, y el caso termina.
desk-refuse-missing = Elija un motivo.
desk-refuse-yes = Rechazar y avisar
desk-replace = Pasar la mediación a otra persona
desk-replace-hint = Quien media ahora deja de leer el caso. Las conversaciones reservadas empiezan de nuevo con quien venga.
desk-replace-yes = Pasar la mediación
desk-mediator-missing = No se encontró a nadie libre y sin conflicto. Le avisamos cada día hábil hasta que se designe a alguien.
desk-case-company = Empresa
desk-invite = Invitar a clientes
room-accept-power_missing = No tiene facultades para firmar esto: tendrá que firmar otra persona de la empresa.
room-accept-power_too_small = El monto supera el límite de sus facultades: tendrá que firmar otra persona de la empresa.
room-accept-power_expired = Sus facultades terminaron: tendrá que firmar otra persona de la empresa.

## The coordination: cases without their content, and who mediates them
desk-coordination = Coordinación
desk-coordination-lead = Nombres, fases y plazos de los casos del centro. Lo que se dijo no aparece aquí.
desk-coordination-admit = Por admitir · { $count }
desk-coordination-assign = Sin mediación · { $count }
desk-coordination-yours = También le toca a usted · { $count }
desk-coordination-late = Atrasados · { $count }
desk-coordination-rest = En curso · { $count }
desk-coordination-none = No tiene nada pendiente.
desk-coordination-more = Hay más casos que los que se muestran.
desk-coordination-mediators = Quiénes median
desk-coordination-person = Nombre
desk-coordination-language = Idioma
desk-coordination-load = Casos a cargo
desk-coordination-nobody = Todavía nadie media en este centro.
desk-coordination-filed = abierto el { $date }
desk-open-cases = { $count ->
    [0] ningún caso a cargo
    [one] 1 caso a cargo
   *[other] { $count } casos a cargo
}

desk-key-leave = Cerrar, o salir del campo
desk-palette = Ir a…
desk-palette-words = Qué busca: página, nombre, producto o código del caso
desk-palette-theme = Cambiar entre claro y oscuro
desk-alert = { $count ->
    [one] 1 caso le espera
   *[other] { $count } casos le esperan
}
desk-alerts = Avisos
desk-alerts-lead = El título de la página siempre muestra cuántos casos le esperan. Ningún aviso dice cuál es el caso ni de qué se trata.
desk-alerts-sound = Reproducir un sonido breve
desk-alerts-notice = Mostrar un aviso en la computadora cuando esta página está en segundo plano
desk-alerts-denied = Este navegador no permite avisos de esta dirección.
desk-account = Su cuenta, { $name }

## Rooms and notes as only companies and mediators have them

room-band-internal = Notas del equipo
room-band-internal-readers = Solo el equipo de la empresa { $company } ve.
room-to-team = Solo para el equipo de la empresa { $company }. { $consumer } y quien media no ven.
room-to-self = Solo para usted. Nadie más ve.
room-region-internal = Notas del equipo de la empresa { $company }
room-to-mediator-from-company = Solo para { $mediator }. { $consumer } no ve.
room-to-consumer = Solo para { $name }. La empresa no ve.
room-to-company = Solo para { $name }. { $consumer } no ve.
room-band-of = Reservada · { $name }
room-band-private-company = Solo su equipo y { $mediator }. { $consumer } no ve nada de aquí.
room-band-of-consumer-hidden = La empresa no ve
room-band-of-company-hidden = { $consumer } no ve
