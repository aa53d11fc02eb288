### Texts of the rooms that no log shows at once: sheets, the editor of offers, the cards of caucuses and reviews.

## Messages

room-hide-title = ¿Ocultar este mensaje?
room-hide-body = La sala conjunta muestra que usted ocultó un mensaje y por qué. El texto ya no aparece.

## Papers of procedure

room-access = Quién consultó este caso
room-access-lead = Ombudsman, área jurídica, gestión y coordinación: quién miró, cuándo y qué.
room-papers-volume = Volumen en PDF
room-papers = Documentos del procedimiento
room-papers-none = Todavía no hay documentos del procedimiento.
room-papers-numbered = { $name } { $number }
room-papers-final_term = Cómo y por qué terminó la mediación
room-papers-certificate = Prueba que se intentó un acuerdo, sin decir qué se habló
room-papers-procedure = Hechos y fechas del caso, con pruebas
room-papers-now = Registro del procedimiento hasta ahora
room-papers-now-about = Los hechos del caso hasta este momento
room-papers-enforcement = El acuerdo y lo que no se cumplió, para llevar a la Justicia
room-papers-receipt = Lo que usted pidió, cuándo llegó a la empresa y si respondió, al día de hoy
room-papers-agreements = Acuerdos
room-papers-agreement = Acuerdo, versión { $version }, del { $date }
room-papers-get = Descargar { $name } en { $format }
room-record = Registro del caso
room-record-procedural = Los hechos del procedimiento y sus pruebas, sin conversaciones ni montos.
room-record-procedural-get = Descargar el procedimiento (ZIP)
room-record-joint = Lo que usted leyó en la sala conjunta, con las pruebas.
room-record-joint-get = Descargar con la conversación (ZIP)
room-record-missing = Falta el permiso de: { $names }
room-record-allowed = Los dos lados lo permiten.
room-record-officers = El ombudsman y el área jurídica solo llevan la sala conjunta en el registro si los dos lados lo permiten. Las conversaciones reservadas nunca se incluyen.
room-consent-give = Permitir
room-consent-withdraw = Retirar el permiso
room-former-open = Quien media ahora puede leer lo que usted dijo a quien mediaba antes.
room-former-closed = Quien media ahora no lee lo que usted dijo a quien mediaba antes, salvo que usted lo permita.

## What the mediator heard, and asks to tell

room-summary = Lo que entendió { $name }
room-summary-of = Resumen para { $name }
room-summary-confirm = Es así
room-summary-correct = Corregir
room-summary-correct-label = ¿Qué es diferente?
room-summary-correct-send = Enviar corrección
room-summary-confirmed = Confirmado
room-summary-waits = { $name } aún no confirmó
room-disclosure-to-company = { $mediator } pide permiso para contarle a la empresa:
room-disclosure-to-consumer = { $mediator } pide permiso para contarle a { $consumer }:
room-disclosure-asked-company = Permiso para contarle a la empresa
room-disclosure-asked-consumer = Permiso para contarle a { $consumer }
room-disclosure-allow = Puede contar
room-disclosure-deny = No contar
room-disclosure-waits = { $name } aún no respondió
room-disclosure-allowed = { $name } autorizó
room-disclosure-denied = { $name } no autorizó
room-disclosure-used = Llevado a la sala conjunta
room-disclosure-bring = Llevar a la sala conjunta

## Proposals

room-accept-title = Aceptar la propuesta { $number }
room-accept-check = Revise antes de aceptar
room-accept-you-get = Usted recibe: { $what }
room-accept-you-owe = Su compromiso: { $what }
room-accept-other-owes = Compromiso de { $name }: { $what }
room-accept-closes = Qué cierra esto:
room-accept-closes-what = el reclamo sobre { $subject }.
room-accept-not-final = Aún no es definitivo:
room-accept-not-final-what = usted lee el acuerdo completo y firma solo si está conforme.
room-accept-doubt = ¿Dudas sobre sus derechos? Muestre el acuerdo a alguien de confianza o busque asesoría jurídica antes de firmar.
room-accept-yes = Sí, acepto
room-accept-back = Volver
room-accept-changed = La propuesta cambió mientras usted leía. No se aceptó nada. Vea la más nueva.
room-accept-offline = Para aceptar se necesita internet. No se envió nada.
room-accept-closed = Esta propuesta ya no está abierta. No se aceptó nada.

room-decline-title = Rechazar la propuesta { $number }
room-decline-why = ¿Por qué? (opcional)
room-decline-would-work = ¿Qué serviría? (opcional)
room-decline-would-work-hint = Lo lee quien hizo la propuesta.
room-decline-yes = Rechazar

room-idea-yours = Su idea, solo { $mediator } la ve
room-idea-allow = Puede llevarla al otro lado
room-idea-allow-title = ¿Mostrar esta idea a { $name }?
room-idea-allow-lead = Quien media puede presentarla en la sala conjunta como propuesta suya, con número. { $name } podrá aceptarla.
room-idea-allowed = Se puede llevar al otro lado
room-idea-not-allowed = Solo quien media la ve
room-idea-convey = Llevar como propuesta
room-idea-convey-title = ¿Llevar esta idea a la sala conjunta?
room-idea-convey-lead = Pasa a ser la propuesta { $number }, en nombre de { $name }. Todos la ven y el otro lado puede aceptarla.
room-idea-conveyed = Llevada como propuesta { $number }

## Turn and stages

room-why-title = De dónde vienen las fechas
room-why-none = Ahora no corre ningún plazo.
room-why-started = Cuenta desde el { $date }
room-why-owner = Quién actúa: { $name }
room-why-both = los dos lados
room-why-paused = Detenido mientras se espera una respuesta.
room-why-breach = Pasado el plazo, hay { $length } antes de contar como incumplido. Entonces el caso va al área jurídica.
room-why-question = Quien preguntó fijó hasta cuándo espera la respuesta. Después la revisión sigue sin ella.
room-why-ground_rules = Cada lado tiene { $length } para aceptar los términos de la mediación. Después hay un recordatorio y se avisa a la coordinación; quien no acepta sale de la mediación.
room-why-mediator_missing = Nadie está libre para mediar. La coordinación recibe un aviso cada día hábil hasta designar a alguien.
room-why-admission = La coordinación tiene { $length } para admitir o rechazar el reclamo, y recibe un recordatorio cada día hábil después.
room-why-entry_overdue = El plazo del equipo terminó: se avisa a la coordinación cada día hábil hasta que alguien responda.
room-why-length-unknown = un plazo fijado

## A case that does not settle

room-where-title = Dónde está su caso
room-where-state = Situación
room-where-ground = Por qué llegó
room-where-since = Desde
room-where-officer = Con quién
room-where-nobody = todavía nadie
room-where-until = Hasta
room-where-late = el plazo pasó
room-where-ended = Terminó
room-where-next = Qué puede pasar ahora
room-where-next-1 = Preguntas a cada lado. Los dos leen la pregunta y la respuesta.
room-where-next-2 = Una recomendación de acuerdo, o una nueva mediación a cargo de otra persona.
room-where-next-company = Sin acuerdo, el caso pasa al ombudsman independiente de la plataforma.
room-where-next-operator = Sin acuerdo, el caso se cierra y los documentos del procedimiento quedan listos.
room-handover = Lo que se trasladó para la revisión
room-handover-lead = Preparado: { $date }. Ya no cambia; lo que se libere después aparece abajo.
room-handover-in = Está en el expediente
room-handover-complaint = Leer el reclamo
room-handover-procedure = Los hechos del procedimiento: entradas, plazos y fases ({ $count })
room-handover-files = { $count ->
    [0] No se marcó ningún archivo para trasladar
    [one] 1 archivo que marcó quien lo envió
   *[other] { $count } archivos que marcó quien los envió
}
room-handover-out = Quedó afuera, y por qué
room-question-you = { $who } le pregunta a usted
room-question-of = { $who } le pregunta a { $name }
room-question-answer = Su respuesta
room-question-hint = El otro lado también lee la respuesta y sus archivos. Tiene hasta el { $date } para responder.
room-question-attach = Adjuntar fotos o documentos
room-question-empty = Escriba la respuesta.
room-question-send = Enviar respuesta
room-question-waits = Se espera la respuesta de { $name } hasta el { $date }.
room-released-joint = Dicho por { $who } en la sala conjunta, { $date }. Liberado por los dos lados.
room-released-own = Dicho por { $who } en privado, { $date }. Liberado por quien lo dijo.
room-extend = Pedir más tiempo
room-extend-other = Pedir otro plazo
room-extend-days = Cuántos días más
room-extend-hint = Vale cuando los dos lados piden lo mismo.
room-extend-fault = Escriba un número de 1 a { $max }.
room-extend-send = Pedir estos días
room-extend-agree = Aceptar { $days } más
room-extend-yours = Usted pidió { $days } más. Falta el otro lado.
room-extend-theirs = { $name } pide { $days } más.
room-why-invitation = La invitación vale { $length }. Sin respuesta, cuenta como rechazo.
room-why-first_reply = La empresa tiene { $length } para la primera respuesta. Después el caso pasa al ombudsman.
room-why-room_reply = Cada respuesta en la sala tiene { $length }. Después hay recordatorios y se avisa al centro.
room-why-proposal_validity = Quien hizo la propuesta { $number } eligió hasta cuándo vale.
room-why-mediator_accepts = La persona propuesta tiene { $length } para aceptar mediar. Después se propone a otra.
room-why-mediation = La mediación dura hasta { $length }. Los dos lados pueden extenderla.
room-why-procedure = El caso dura hasta { $length } sin acuerdo. Después pasa al ombudsman.
room-why-signatures = Una vez escrito, el acuerdo se puede firmar hasta esta fecha. Después el caso vuelve a la conversación.
room-why-obligation = Es el plazo pactado en el acuerdo.
room-why-confirmation = Sin confirmación después de dos recordatorios, cuenta como hecho en esta fecha. Quien reclamó todavía puede reabrir el caso.
room-why-reflection = Es tiempo para que la parte consumidora piense antes de firmar, salvo que renuncie.
room-why-replace_representative = La empresa tiene { $length } para enviar a otra persona. Después el caso pasa al ombudsman.
room-why-remitted_mediation = La mediación devuelta tiene { $length }. Sin acuerdo, el caso vuelve a quien la devolvió.
room-why-silent_consumer = Después de tres recordatorios hay { $length }. Entonces el caso se cierra y se puede reabrir.
room-why-ombudsman_entry = El ombudsman tiene { $length }. Si pasa, se avisa a la gestión del equipo.
room-why-legal_entry = El área jurídica tiene { $length }. Si pasa, se avisa a la gestión del equipo.
room-why-follow_up = Preguntamos si todo está bien { $length } después del último compromiso.

## Pause before a heated message

room-tone-title = ¿Quiere revisar antes de enviar?
room-tone-body = Es comprensible sentir enojo. La parte subrayada puede hacer que la empresa se defienda en vez de resolver.
room-tone-body-company = Es comprensible sentir presión. La parte subrayada puede hacer que { $name } sienta que no recibe respuesta.
room-tone-body-evasive = La parte subrayada puede sonar a texto hecho. Diga qué hará usted y cuándo.
room-tone-body-calming = Pedir calma suele enojar más. En lugar de la parte subrayada, diga qué entendió o qué va a hacer.
room-tone-review = Revisar el mensaje
room-tone-mediator = Enviar solo a quien media
room-tone-anyway = Enviar así
room-tone-only-you = Solo usted ve este aviso. No queda registrado.
room-tone-off = No mostrar más este aviso
room-tone-help = Si usted o alguien corre peligro, llame ahora al número de emergencias de su país (911 o 112).

## Editor and lists

room-offer-new = Nueva propuesta
room-edit-title = Su propuesta
room-edit-title-answer = Responder a la propuesta { $number }
room-edit-title-mediator = Proponer en la mediación
room-edit-title-idea = Dar una idea a quien media
room-edit-term = Término { $number }
room-edit-kind = Qué
room-edit-debtor = Quién lo hace
room-edit-amount = Monto en { $currency }
room-edit-amount-less = Menos { $amount }
room-edit-amount-more = Más { $amount }
room-edit-currency = Moneda
room-edit-due-days = días después de firmar
room-edit-due-working-days = días hábiles después de firmar
room-edit-due-date = hasta una fecha
room-edit-days = Cuántos días
room-edit-days-less = Menos 1 día
room-edit-days-more = Más 1 día
room-edit-date = Fecha
room-edit-description = Detalle (opcional)
room-edit-description-needed = Detalle
room-edit-description-hint = Cómo, dónde, qué producto. Ejemplo: por transferencia.
room-edit-add = Agregar término
room-edit-remove = Quitar término { $number }
room-edit-clauses = Otras condiciones
room-edit-clause = Condición { $number }
room-edit-clause-add = Agregar condición
room-edit-clause-remove = Quitar condición { $number }
room-edit-note = Mensaje junto a la propuesta (opcional)
room-edit-valid = Vale por
room-edit-valid-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
room-edit-preview = Cómo lo verá { $name }
room-edit-preview-both = Cómo lo verán los dos lados
room-edit-look-ask = Lo que usted pide
room-edit-look-give = Lo que usted ofrece
room-edit-check = Revisar antes de enviar
room-edit-send-to = Enviar propuesta a { $name }
room-edit-send-both = Enviar propuesta a los dos
room-edit-send-idea = Dar la idea solo a { $name }
room-edit-cancel = Volver a la conversación
room-edit-moved = Llegó una propuesta nueva mientras usted escribía. Lo que escribió está guardado. Revise antes de enviar.
room-edit-gone = La propuesta { $number } ya no está abierta. Lo que escribió sigue aquí y va como propuesta nueva.
room-edit-gap = Faltan { $amount } para que su propuesta llegue a la propuesta de { $name }.
room-edit-gap-none = El monto ya es igual al que propuso { $name }.
room-edit-draft-only-you = borrador, solo usted lo ve
room-errors = { $count ->
    [one] Hay { $count } campo para corregir
   *[other] Hay { $count } campos para corregir
  }
room-error-amount-missing = Escriba el monto. Ejemplo: 1280,00 o 1280.00.
room-error-due-missing = Escriba un plazo.
room-error-due-past = Elija una fecha de hoy en adelante.
room-error-description-missing = Diga en pocas palabras qué se hará.
room-error-terms-empty = Agregue al menos un término.
room-error-clause-value-missing = Escriba el número de la cláusula. Ejemplo: 2 o 0,5.
room-error-clause-value-out = El número pasa del límite, o no llega a él.
room-error-not-sent = No se envió: { $reason } Lo que escribió está guardado.
room-error-offline = Sin internet. Lo que escribió está guardado. Intente de nuevo con internet.
room-compare = Comparar propuestas
room-compare-term = Término
room-compare-show-same = Mostrar términos iguales
room-compare-hide-same = Ocultar términos iguales
room-edit-due = Cómo contar el plazo
room-edit-take-out = Quitar
room-edit-put-back = Volver a poner: { $what }
room-edit-sent = Propuesta enviada.
room-gap-title = ¿El monto se está acercando?
room-gap-table = Ver tabla

room-idea-give = Dar una idea

consumer-documents-none = Todavía no hay archivos enviados. Adjunte una foto o un archivo al escribir.
consumer-documents-joint = Con todos
consumer-documents-private = Solo en la mediación
consumer-documents-agreement = Acuerdo
consumer-menu-cases = Ver mis casos
consumer-menu-rules = Reglas de la mediación
consumer-menu-mediator = Pedir mediación
consumer-menu-mediator-body = Una persona imparcial entra en la conversación para mediar. Para usted es gratis. Pueden conversar en privado.
consumer-menu-mediator-yes = Pedir mediación
consumer-menu-leave = Salir de la mediación
consumer-menu-leave-body = La mediación termina sin acuerdo y el caso pasa al ombudsman. Usted sigue pudiendo leer lo que ya leía y acudir a otros organismos o a la Justicia.
consumer-menu-leave-yes = Salir de la mediación
consumer-menu-withdraw = Retirar el reclamo
consumer-menu-withdraw-body = El caso se cierra ahora. Para volver, habrá que presentar otro reclamo.
consumer-menu-withdraw-yes = Retirar y cerrar
consumer-menu-device = Este dispositivo no es mío
consumer-menu-device-body = Borramos de este dispositivo lo que escribió y no envió, y usted sale del caso aquí.
consumer-menu-device-yes = Borrar y salir
consumer-menu-person = Hablar con una persona
consumer-menu-help = ¿Dudas sobre sus derechos? Hable con la defensa pública o el organismo de consumo antes de decidir.
consumer-feedback-title = ¿Está todo bien?
consumer-feedback-solved = ¿Se resolvió el problema?
consumer-feedback-yes = Sí, se resolvió
consumer-feedback-no = No se resolvió
consumer-feedback-no-effect = Cuente lo que falta. El caso vuelve a la conversación y el acuerdo sigue vigente: lo que ya se confirmó sigue confirmado.
consumer-feedback-unsolved = ¿Qué no se resolvió?
consumer-feedback-unsolved-hint = { $company } va a leer esto en la conversación.
consumer-feedback-unsolved-fault = Escriba lo que no se resolvió
consumer-feedback-ends = Con esta respuesta el caso se cierra. El acuerdo sigue vigente.
consumer-feedback-score = ¿Cómo fue para usted?
consumer-feedback-1 = 1: Muy malo
consumer-feedback-2 = 2: Malo
consumer-feedback-3 = 3: Ni bueno ni malo
consumer-feedback-4 = 4: Bueno
consumer-feedback-5 = 5: Muy bueno
consumer-feedback-score-hint = La nota no cambia su acuerdo.
consumer-feedback-words = ¿Quiere contar más? (opcional)
consumer-feedback-share = La empresa { $company } puede leer este comentario
consumer-feedback-missing = Elija una respuesta.
consumer-feedback-send = Enviar

# Clauses of the house's library
clause-kind-release = Finiquito
clause-kind-penalty = Multa
clause-kind-interest = Intereses
clause-kind-acceleration = Cuotas
clause-kind-forum = Justicia
clauses-chosen = Cláusulas del acuerdo
clauses-title = Cláusulas tipo (opcional)
clauses-count = { $count ->
    [one] { $count } elegida
   *[other] { $count } elegidas
  }
clauses-lead = Qué termina, qué pasa si hay atraso y dónde ir a la Justicia. Toque para elegir; cada una dice qué significa.
clauses-figure-percent = Cuánto (%)
clauses-figure-percent_a_month = Cuánto por mes (%)
clauses-figure-percent_a_year = Cuánto por año (%)
clauses-figure-days = Cuántos días
clauses-bounds = De { $least } a { $greatest }. Límite: { $by }.
clauses-house-rule = regla de esta casa
clauses-less = Menos
clauses-more = Más
print-fault = El documento no puede imprimir { $signs }. { $count ->
    [one] Escriba ese signo con palabras.
   *[other] Escriba esos signos con palabras.
  }

## The terms of the mediation, and the case beside the room
ground-rules-title = Antes de escribir en la mediación
ground-rules-lead = { $name } aceptó mediar. Lea y acepte los términos de la mediación.
ground-rules-1 = La mediación es confidencial. Ni quien media puede contarlo, salvo las excepciones de la ley.
ground-rules-2 = Quien media no decide: les ayuda a decidir.
ground-rules-3 = En la conversación reservada, el otro lado no ve nada. Solo se le llevan las palabras que usted permita.
ground-rules-4 = Respeto siempre. Quien media puede pausar la sala conjunta.
ground-rules-5 = Puede salir cuando quiera.
ground-rules-accept = Acepto los términos de la mediación
consumer-case = Su caso
consumer-case-reference = Número
consumer-case-company = Empresa
consumer-case-mediator = Mediación
consumer-case-filed = Abierto el
consumer-case-phase = Situación

## Where a case is that did not settle
room-where-queue = El caso está con: { $queue }
room-where-companys = Es un equipo de la propia empresa, que también lee la sala conjunta.
room-where-yours = Es un equipo de su empresa, que también lee la sala conjunta.
room-where-independent = No pertenece a la empresa. Escucha a los dos lados juntos.
room-where-has = { $name } se ocupa del caso.
room-where-unclaimed = Nadie del equipo tomó el caso todavía.
room-where-asked = Espera una respuesta ({ $name }). El plazo del equipo está detenido.
room-where-asked-you = Espera su respuesta. El plazo del equipo está detenido.
room-where-more = Saber más
room-where-remitted = De vuelta a la mediación, a cargo de otra persona
room-where-remitted-by = Quién lo devolvió: { $queue }.
room-where-remitted-until = Esta mediación dura hasta el { $date }.
room-where-awaited = Esperamos a otra persona de { $name } hasta el { $date }
room-where-awaited-you = Hasta entonces nadie escribe en la sala conjunta. Entre al caso para seguir.
room-where-awaited-then = Hasta entonces la sala conjunta queda detenida. Si nadie viene, el caso pasa al ombudsman.
room-where-join = Entrar al caso

room-attach-limit = El límite es de { $megabytes } MB por archivo. Reduzca el archivo y envíelo de nuevo.

# The card of an offer
room-offer-valid = vale hasta el { $date }
room-offer-answers = Responde a la propuesta { $number }
room-offer-both = Necesita la aceptación de los dos lados. Cada lado ve solo su propia respuesta.
room-offer-your-yes = Usted aceptó. Solo después de la respuesta del otro lado se sabe si ambos aceptaron.
room-offer-your-no = Usted rechazó. Incluso después, solo se sabrá que no la aceptaron los dos; nunca quién la rechazó.
room-offer-wait-both = Se espera a los dos
room-offer-accept = Aceptar
room-offer-counter = Proponer otra
room-offer-decline = Rechazar
room-offer-withdraw = Retirar propuesta
room-offer-compare = Comparar
room-offer-waits = Espera respuesta de { $name }
room-withdraw-title = ¿Retirar la propuesta { $number }?
room-withdraw-body = El otro lado verá que usted la retiró.

# On its way
room-kept = Guardado, aún no enviado
room-sending = Enviando
room-held = El caso avanzó mientras usted no tenía internet. Revise y envíe.
room-held-send = Enviar ahora
room-refused = No enviado: { $reason }
room-refused-edit = Editar y enviar de nuevo
room-refused-drop = Descartar
room-attaching = Enviando { $name }
room-attaching-percent = { $percent } %
room-attach-unsure = No sabemos si { $name } llegó. Envíe de nuevo: el archivo va una sola vez.
room-attach-failed = { $name } no se envió: { $reason }
room-attach-up = ya enviado
room-kept-loose = Espera para enviarse. Este dispositivo no lo guardó: deje la página abierta.
room-leaving = Retirando. Todavía no se sabe si ya había llegado.
room-out-arrived = Ya había llegado: está en la conversación.
room-refused-again = Enviar de nuevo
room-take-back = Retirar
room-attached = Archivos adjuntos
room-attached-count = { $count ->
    [one] 1 archivo
   *[other] { $count } archivos
}
room-attach-remove = Quitar { $name }

# Below the last message
room-wait-title = Qué pasa ahora
room-wait-answers = { $name } tiene hasta el { $date } para responder.
room-wait-answers-open = { $name } aún no respondió.
room-wait-late-mediator = Sin respuesta, { $mediator } envía un recordatorio y le avisa.
room-wait-late = Sin respuesta, el centro de mediación envía un recordatorio y le avisa.
room-wait-late-first = Sin respuesta hasta el { $date }, el caso pasa al ombudsman independiente.
room-wait-never = El silencio de la empresa nunca cuenta en su contra.
consumer-closed-body = Todavía puede leer todo desde aquí.
consumer-refused-title = La empresa { $company } rechazó la invitación
consumer-refused-body = Una constancia del rechazo está en “Documentos”. Hasta el { $day } la empresa todavía puede cambiar de idea y aceptar; si eso pasa, le avisamos.
consumer-reopen = Reabrir el caso
consumer-reopen-body = El caso vuelve a avanzar, con todos los plazos contados de nuevo. Se avisa a la empresa.
consumer-reopen-yes = Reabrir
consumer-escalate-title = ¿Las propuestas no lo resuelven?
consumer-escalate-body = Se rechazaron varias propuestas. Puede pedir una revisión del caso: primero, del defensor del cliente de la empresa, si lo tiene; después, del ombudsman independiente.
consumer-escalate-refused-title = ¿Quiere que alguien revise el caso?
consumer-escalate-refused = Aun sin la empresa, el ombudsman independiente de la plataforma puede revisar lo que usted contó.
consumer-escalate-refused-effect = El ombudsman independiente recibe el caso con un plazo. Se avisa a la empresa, que todavía puede participar.
consumer-escalate-overdue-title = La empresa no respondió a tiempo
consumer-escalate-overdue = El equipo de la empresa dejó pasar el plazo. Ya puede pedir que el siguiente equipo, el de la plataforma, se haga cargo del caso.
consumer-escalate-overdue-effect = El caso sale del equipo de la empresa y pasa, con un plazo nuevo, al equipo de la plataforma. Se avisa a la empresa.
consumer-escalate = Pedir la revisión del ombudsman
consumer-escalate-effect = La conversación termina sin acuerdo y el ombudsman recibe el caso con un plazo. Si hay mediación, termina.
consumer-escalate-yes = Sí, pedir la revisión
consumer-feedback = Contar cómo fue
consumer-feedback-given = Su nota: { $score } de 5. Gracias por responder.
consumer-talk-title = Usted reabrió la conversación
consumer-talk-body = El acuerdo firmado sigue vigente. Cuando lo que faltaba esté resuelto, cuéntelo aquí: el caso se cierra.
consumer-talk-solved = Está resuelto
consumer-prepare-title = Mientras la empresa no responde
consumer-prepare-1 = Reúna factura, fotos y números de reclamo o atención.
consumer-prepare-2 = Piense qué lo resolvería para usted.
consumer-prepare-3 = Le avisamos por correo cuando la empresa responda.
consumer-deal-open = Abrir el acuerdo

consumer-menu-data = Descargar mis datos
consumer-menu-account = Cuenta y dispositivos

# Sin red
room-kept-at = Leído por última vez: { $when }

## Passing something on
room-share-title = ¿Llevar este archivo a la sala conjunta?
room-share-body = Todos verán { $name }. Esto no se puede deshacer.
room-file-pass-title = ¿Permitir trasladar este archivo?
room-file-pass-body = Si el caso va al ombudsman o al área jurídica, { $name } va en el expediente, que leen los dos lados. Vale para el próximo traslado y no se puede deshacer.
room-release-title = ¿Pasar este elemento a la revisión?
room-release-body-joint = Este elemento solo se leerá si los dos lados lo liberan (lee: { $officer }). { $name } verá que usted lo liberó. No se puede deshacer.
room-release-body-own = Esto se dijo en privado. Si usted lo libera, también lo lee { $name }, además de: { $officer }. No se puede deshacer.
room-compare-none = no hay

## The mediator's own
room-band-notes = Mis notas
room-band-notes-readers = Solo usted ve. Nadie más, tampoco las partes.
room-region-notes = Sus notas, que solo usted ve
room-write-note = Escriba una nota
room-send-note = Guardar nota
room-attach-note = Adjuntar archivo a las notas
room-empty-notes = Nada anotado todavía.
room-empty-private-mediator = Aquí no se dijo nada. Lo que diga { $name } queda solo entre ustedes.
room-closed-floor-mediator = Usted pausó la sala conjunta. Las partes no pueden escribir aquí.

## Leaving, the device or the case
frame-part-ended = Su participación en este caso terminó
frame-part-ended-body = Usted ya no lee lo que se dice en él. Lo que escribió sigue en el registro del caso.
frame-part-ended-cases = Ver mis casos
leave-title = ¿Salir sin enviar?
leave-lead = Esto todavía no se envió. Si sale, se borra de este dispositivo:
leave-message = Mensaje que espera: “{ $words }”
leave-file = Archivo que espera: { $name }
leave-chosen = Archivo elegido: { $name }
leave-draft = Borrador: “{ $words }”
leave-offer = Una propuesta que usted empezó
leave-complaint = Un reclamo que usted empezó
leave-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}
leave-yes = Borrar y salir
leave-no = Quedarme
leave-unheard = Usted salió de este dispositivo, pero el servidor todavía no lo sabe. Se lo avisamos en cuanto esta página esté abierta con internet.

## Cards of the log that come after it

room-fact-words-disclosed = Dicho por { $who } en conversación reservada, contado con autorización
room-answer-of = Respuesta de { $who }, { $date }
room-close = Cerrar
room-online = en línea
room-away = fuera de la página
room-floor-open = abierta
room-floor-paused = en pausa
room-fact-mediator-cases = { $count ->
    [0] Nunca medió un caso de esta empresa.
    [one] Medió { $count } caso de esta empresa.
   *[other] Medió { $count } casos de esta empresa.
  }
room-fact-mediator-disclosed = Declaración de { $name }
room-complaint = Reclamo de { $name }
room-complaint-product = Producto o servicio
room-complaint-order = Pedido
room-complaint-story = Qué pasó
room-complaint-when = Cuándo
room-complaint-protocols = Números de reclamo o atención
room-complaint-amount = Monto en disputa
room-complaint-remedy = Qué pide
room-complaint-accessibility = Accesibilidad
room-account = El relato de la empresa { $name }
room-account-care = Lo que ya hizo atención al cliente
room-account-protocol = atención { $number }
room-quote = “{ $text }”
room-offer-before = antes { $value }
room-offer-none-before = no había antes
room-offer-same = Igual: { $terms }
room-offer-clauses = Otras condiciones
room-offer-bar = Propuesta { $number } de { $name }: { $summary }
room-offer-see = Ver propuesta
room-chip-more = { $amount } más
room-chip-less = { $amount } menos
room-chip-new = nuevo
room-chip-removed = se quitó
room-chip-better = mejor para usted
room-chip-further = peor para usted
