### Texts of the rooms, shared by the consumer's phone, the desk and the console.

## Rooms and who reads them

room-joint = Con todos
room-joint-desk = Sala conjunta
room-private = Solo mediador
room-private-company = Reservada: empresa y mediador
room-internal = Notas del equipo
room-notes = Mis notas
room-review = Análisis
room-tabs = Conversaciones
room-unread = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
  }

room-band-joint = Sala conjunta · todos ven
room-band-joint-readers = { $names } y usted
room-band-joint-alone = Nadie más entró todavía
room-band-private = Conversación reservada
room-band-private-consumer = Solo usted y { $mediator }. { $company } no ve nada de aquí.
room-band-private-company = Solo su equipo y { $mediator }. { $consumer } no ve nada de aquí.
room-band-of = Reservada · { $name }
room-band-of-consumer-hidden = La empresa no ve
room-band-of-company-hidden = { $consumer } no ve
room-band-internal = Notas del equipo
room-band-internal-readers = Solo el equipo de { $company } ve.
room-band-notes = Mis notas
room-band-notes-readers = Solo usted ve. Nadie más, tampoco las partes.
room-band-review = Análisis: { $queue }
room-band-review-readers = Quien se ocupa del caso y los dos lados leen esto.

room-region-joint = Conversación con todos
room-region-private = Conversación reservada con { $name }. { $hidden } no ve.
room-region-internal = Notas del equipo de { $company }
room-region-notes = Sus notas, que solo usted ve
room-region-review = Análisis del caso. Quien se ocupa y los dos lados leen.

room-typing = { $name } está escribiendo

## Writing

room-to-joint = Para todos: { $names }
room-to-joint-alone = Para todos los que entren al caso
room-to-mediator-from-consumer = Solo para { $mediator }. La empresa no ve.
room-to-mediator-from-company = Solo para { $mediator }. { $consumer } no ve.
room-to-consumer = Solo para { $name }. La empresa no ve.
room-to-company = Solo para { $name }. { $consumer } no ve.
room-to-team = Solo para el equipo de { $company }. { $consumer } y el mediador no ven.
room-to-self = Solo para usted. Nadie más ve.
room-message = Mensaje
room-note = Nota
room-write-joint = Escriba para todos
room-write-private = Escriba solo para { $name }
room-write-note = Escriba una nota
room-send-joint = Enviar a todos
room-send-private = Enviar solo a { $name }
room-send-note = Guardar nota
room-open-joint = Escribir para todos
room-open-private = Escribir solo para { $name }
room-attach-joint = Adjuntar foto o documento, todos ven
room-attach-private = Adjuntar foto o documento, solo para { $name }
room-attach-note = Adjuntar archivo a las notas
room-attach-failed = El archivo no se envió: { $reason }
room-attaching = Enviando { $name }
room-attached = Archivos adjuntos
room-attach-remove = Quitar { $name }
room-attach-up = ya enviado
room-draft-kept = borrador guardado
room-too-long = El mensaje supera el límite por { $count } caracteres.
room-closed-floor = { $mediator } pausó la sala conjunta. Puede leer y escribir solo al mediador.
room-closed-floor-mediator = Usted pausó la sala conjunta. Las partes no pueden escribir aquí.
room-not-writable = Ahora no se puede escribir aquí.
room-accept-rules-first = Acepte los términos de la mediación para escribir.

## Messages

room-you = Usted
room-message-new = nuevo
room-apology = pedido de disculpas
room-hide = Ocultar
room-hide-title = ¿Ocultar este mensaje?
room-hide-body = Todos verán que usted ocultó un mensaje y por qué. El texto ya no aparece.
room-hidden = Mensaje ocultado por el mediador: { $ground }.
room-erased = Contenido borrado.
room-delivered-joint = Entregado a todos
room-delivered = Entregado
room-seen-joint = Leído por todos
room-seen = Leído
room-kept = Guardado, aún no enviado
room-sending = Enviando
room-held = El caso avanzó mientras usted no tenía internet. Revise y envíe.
room-held-send = Enviar ahora
room-refused = No enviado: { $reason }
room-refused-edit = Editar y enviar de nuevo
room-refused-drop = Descartar
room-older = Ver mensajes anteriores
room-older-loading = Buscando mensajes anteriores
room-newer = { $count ->
    [one] { $count } mensaje nuevo
   *[other] { $count } mensajes nuevos
  }
room-to-latest = Ir al último mensaje
room-empty-joint = Nadie escribió todavía. Empiece por contar lo que le importa.
room-empty-private = Use esta conversación para decir lo que no quiere que vea la empresa.
room-empty-private-company = Use esta conversación para decir lo que no quiere que vea { $consumer }.
room-empty-private-mediator = Aquí no se dijo nada. Lo que diga { $name } queda solo entre ustedes.
room-empty-notes = Nada anotado todavía.
room-empty-review = Se está preparando el expediente del caso.
room-said = { $who }: { $text }
room-said-file = { $who } envió el archivo { $file }.
room-said-proposal = { $who } hizo la propuesta { $number }.
room-file-size = { $name }, { $size }
room-file-open = Descargar
room-file-shared = archivo traído de otra conversación
room-share = Llevar a la sala conjunta
room-share-title = ¿Llevar este archivo a la sala conjunta?
room-share-body = Todos verán { $name }. Esto no se puede deshacer.
room-file-pass = Se puede trasladar
room-file-passed = se puede trasladar
room-file-pass-title = ¿Permitir trasladar este archivo?
room-file-pass-body = Si el caso va a la defensoría o al área jurídica, { $name } va en el expediente, que leen los dos lados. Vale para el próximo traslado y no se puede deshacer.

## Papers of procedure
room-papers = Documentos del procedimiento
room-papers-none = Todavía no hay documentos del procedimiento.
room-papers-numbered = { $name } { $number }
room-papers-final_term = Cómo y por qué terminó la mediación
room-papers-certificate = Prueba que se intentó un acuerdo, sin decir qué se habló
room-papers-procedure = Hechos y fechas del caso, con pruebas
room-papers-enforcement = El acuerdo y lo que no se cumplió, para llevar a la Justicia
room-papers-get = Descargar { $name } en { $format }
room-record = Registro del caso
room-record-procedural = Los hechos del procedimiento y sus pruebas, sin conversaciones ni montos.
room-record-procedural-get = Descargar el procedimiento (ZIP)
room-record-joint = Lo que usted leyó en la conversación con todos, con las pruebas.
room-record-joint-get = Descargar con la conversación (ZIP)
room-record-missing = Falta permitir: { $names }
room-record-allowed = Los dos lados lo permiten.
room-record-officers = La defensoría y el área jurídica solo llevan la conversación con todos si los dos lados lo permiten. Las conversaciones reservadas nunca van.
room-consent-give = Permitir
room-consent-withdraw = Retirar el permiso
room-former-open = El mediador actual puede leer lo que usted dijo al anterior.
room-former-closed = El mediador actual no lee lo que usted dijo al anterior, salvo que usted lo permita.

## Complaint

room-complaint = Reclamo de { $name }
room-complaint-product = Producto o servicio
room-complaint-order = Pedido
room-complaint-story = Qué pasó
room-complaint-when = Cuándo
room-complaint-protocols = Números anteriores
room-complaint-amount = Monto en disputa
room-complaint-remedy = Qué pide
room-complaint-accessibility = Accesibilidad

## Facts in words

room-fact-case-filed = Caso abierto por { $who }.
room-fact-case-refused = El centro de mediación no aceptó el caso: { $ground }.
room-fact-invited = { $who } recibió la invitación y puede responder hasta { $date }.
room-fact-invitation-accepted = { $who } aceptó la invitación.
room-fact-invitation-refused = { $who } rechazó la invitación.
room-fact-invitation-lapsed = La invitación a { $who } venció sin respuesta.
room-fact-phase-changed = Ahora: { $phase }.
room-fact-seat-taken = { $name } entró al caso ({ $seat }).
room-fact-seat-left = El lugar quedó libre: { $seat }.
room-fact-seat-handed-over = { $name } asume el lugar ({ $seat }). Motivo: { $reason }.
room-fact-mediator-requested = { $who } pidió un mediador.
room-fact-mediator-requested-nobody = Se pidió un mediador.
room-fact-mediator-assigned = { $name } es la persona propuesta para mediar.
room-fact-mediator-declined = La persona propuesta no aceptó mediar. Se propondrá otra.
room-fact-mediator-accepted = { $name } aceptó mediar este caso.
room-fact-mediator-disclosed = Declaración de { $name }
room-fact-mediator-cases = { $count ->
    [0] Nunca medió un caso de esta empresa.
    [one] Medió { $count } caso de esta empresa.
   *[other] Medió { $count } casos de esta empresa.
  }
room-fact-ground-rules-accepted = { $who } aceptó los términos de la mediación.
room-fact-stage-moved = Etapa: { $stage }.
room-fact-stage-noted = Etapa { $stage }: { $note }
room-fact-reflection-waived = { $who } renunció a las 24 horas de reflexión.
room-fact-agreement-worded = { $who } corrigió la redacción del acuerdo.
room-fact-agreement-drafted = El acuerdo está escrito. Se puede firmar hasta { $date }.
room-fact-agreement-signed = { $who } firmó el acuerdo.
room-fact-agreement-refused = { $who } no firma el acuerdo: { $ground }.
room-fact-agreement-lapsed = Terminó el plazo para firmar. El caso vuelve a la conversación.
room-fact-agreement-concluded = Todos firmaron. El acuerdo está concluido.
room-fact-agreement-sealed = El documento final está listo.
room-fact-obligations-started = Empezaron los plazos del acuerdo.
room-fact-obligation-reported = { $who } informó que cumplió: { $what }.
room-fact-obligation-confirmed = { $who } confirmó: { $what }.
room-fact-obligation-disputed = { $who } dice que no se cumplió: { $what }.
room-fact-mediation-left = { $who } salió de la mediación.
room-fact-impasse-declared = La mediación terminó sin acuerdo: { $ground }.
room-fact-case-withdrawn = { $who } retiró el reclamo.
room-fact-escalation-opened = El caso pasó a: { $queue }. Motivo: { $ground }. Plazo: { $date }.
room-fact-final-term-made = Término final: { $ground }.
room-fact-case-closed = { $outcome }.
room-fact-party-named = { $who } informó el nombre completo: { $name }
room-fact-hand-over-noted = Traspaso a { $name }: { $note }
room-fact-floor-paused = { $who } pausó la sala conjunta.
room-fact-floor-opened = { $who } reabrió la sala conjunta.
room-fact-summary-confirmed = { $who } confirmó el resumen.
room-fact-summary-corrected = { $who } corrigió el resumen: { $text }
room-fact-disclosure-allowed = { $who } autorizó contar.
room-fact-disclosure-denied = { $who } pidió no contar.
room-fact-disclosure-used = Estas palabras se llevaron a la sala conjunta.
room-fact-words-disclosed = Dicho por { $who } al mediador, llevado con autorización
room-fact-proposal-accepted = { $who } aceptó la propuesta { $number }.
room-fact-proposal-declined = { $who } rechazó la propuesta { $number }.
room-fact-proposal-declined-because = { $who } rechazó la propuesta { $number }: { $ground }.
room-fact-proposal-would-work = Lo que serviría, según { $who }: { $text }
room-fact-proposal-withdrawn = { $who } retiró la propuesta { $number }.
room-fact-proposal-expired = La propuesta { $number } venció.
room-fact-proposal-agreed = Los dos lados aceptaron la propuesta { $number }.
room-fact-proposal-not-agreed = La propuesta { $number } no fue aceptada por los dos lados.
room-fact-idea-allowed = { $who } permite llevar esta idea al otro lado.
room-fact-idea-conveyed = La idea se llevó como propuesta { $number }.
room-fact-seat-left-by = { $name } dejó el lugar ({ $seat }).
room-fact-participant-removed = El mediador retiró de la conversación a una persona de { $name }: { $ground }.
room-fact-representative-awaited = Esperamos que { $who } envíe a otra persona hasta { $date }.
room-fact-first-reply = { $who } respondió por primera vez.
room-fact-reply-overdue = La respuesta de { $who } está atrasada. Se avisó al centro de mediación.
room-fact-consent-given-joint = { $who } permite exportar la conversación con todos.
room-fact-consent-given-former = { $who } permite que el nuevo mediador lea la conversación reservada anterior.
room-fact-consent-withdrawn-joint = { $who } ya no permite exportar la conversación con todos.
room-fact-consent-withdrawn-former = { $who } ya no permite que el nuevo mediador lea la conversación reservada anterior.
room-fact-extension-asked = { $who } pide { $days } más para la mediación.
room-fact-extended = Los dos lados dieron { $days } más a la mediación.
room-fact-reminded = Recordatorio: { $rule }, hasta { $date }.
room-fact-entry-claimed = { $name } tomó el caso ({ $queue }).
room-fact-entry-released = La persona del equipo devolvió el caso a la fila: { $queue }.
room-fact-entry-handed-over = { $name } pasa a ocuparse del caso ({ $queue }).
room-fact-entry-paused = Pregunta a { $who }, con plazo hasta { $date }. El plazo del equipo queda detenido.
room-fact-entry-resumed = El plazo del equipo vuelve a correr, hasta { $date }.
room-fact-entry-breached = El plazo pasó sin respuesta: { $queue }. Se avisó a la jefatura.
room-fact-entry-remitted = El caso vuelve a la mediación, con otro mediador, hasta { $date }.
room-fact-entry-forwarded = El caso sigue a: { $queue }. Motivo: { $ground }.
room-fact-entry-resolved = El análisis terminó: { $queue }.
room-fact-obligation-overdue = El plazo pasó: { $what }.
room-fact-obligation-breached = Incumplido: { $what }. El paquete para exigirlo queda listo para quien debe recibir.
room-fact-obligation-presumed = Cuenta como hecho, sin confirmación: { $what }.
room-fact-case-reopened = { $who } reabrió el caso.
room-fact-paper-filed = Documento listo: { $paper }.
room-fact-sharing-allowed = { $who } marcó un archivo: se puede trasladar.
room-fact-recommendation-agreed = Los dos lados aceptaron la recomendación { $number }. Pasa a ser el acuerdo.
room-fact-feedback-shared = { $who } dio { $score } de 5: { $comment }
room-fact-question-lapsed = { $who } no respondió a la pregunta a tiempo.
room-fact-release-allowed = { $who } libera un ítem de la conversación con todos. Falta el otro lado.
room-fact-release-allowed-own = { $who } libera un ítem de su propia conversación reservada.

## What the mediator heard, and asks to tell

room-summary = Lo que entendió { $name }
room-summary-of = Resumen para { $name }
room-summary-confirm = Es así
room-summary-correct = Corregir
room-summary-correct-label = ¿Qué es diferente?
room-summary-correct-send = Enviar corrección
room-summary-confirmed = Confirmado
room-summary-waits = { $name } aún no confirmó
room-disclosure-to-company = { $mediator } pide permiso para contar a la empresa:
room-disclosure-to-consumer = { $mediator } pide permiso para contar a { $consumer }:
room-disclosure-asked-company = Permiso para contar a la empresa
room-disclosure-asked-consumer = Permiso para contar a { $consumer }
room-disclosure-allow = Puede contar
room-disclosure-deny = No contar
room-disclosure-waits = { $name } aún no respondió
room-disclosure-allowed = { $name } autorizó
room-disclosure-denied = { $name } no autorizó
room-disclosure-used = Llevado a la sala conjunta
room-disclosure-bring = Llevar a la sala conjunta
room-quote = “{ $text }”

## Proposals

room-offer-of = Propuesta { $number } de { $name }
room-offer-yours = Su propuesta { $number }
room-offer-valid = vale hasta { $date }
room-offer-before = antes { $value }
room-offer-none-before = no había antes
room-offer-answers = Responde a la propuesta { $number }
room-offer-same = Igual: { $terms }
room-offer-clauses = Otras condiciones
room-offer-both = Necesita la aceptación de los dos lados. Cada lado ve solo su propia respuesta.
room-offer-your-yes = Usted aceptó. La respuesta del otro lado aparece cuando estén las dos.
room-offer-your-no = Usted rechazó. Nadie lo sabe hasta que estén las dos respuestas.
room-offer-wait-both = Se espera a los dos
room-offer-not-agreed = Sin la aceptación de los dos lados
room-offer-accept = Aceptar
room-offer-counter = Proponer otra
room-offer-decline = Rechazar
room-offer-withdraw = Retirar propuesta
room-offer-compare = Comparar
room-offer-waits = Espera respuesta de { $name }
room-offer-bar = Propuesta { $number } de { $name }: { $summary }
room-offer-see = Ver propuesta

room-chip-more = { $amount } más
room-chip-less = { $amount } menos
room-chip-faster = más rápido
room-chip-later = más tarde
room-chip-new = nuevo
room-chip-removed = se quitó
room-chip-as-you-asked = como usted pidió
room-chip-same = igual
room-chip-due-changed = cambió el plazo
room-chip-text-changed = cambió el detalle
room-chip-better = mejor para usted
room-chip-further = más lejos para usted

room-accept-title = Aceptar la propuesta { $number }
room-accept-check = Revise antes de aceptar
room-accept-you-get = Usted recibe: { $what }
room-accept-you-owe = Usted se compromete: { $what }
room-accept-other-owes = { $name } se compromete: { $what }
room-accept-closes = Qué cierra esto:
room-accept-closes-what = el reclamo sobre { $subject }.
room-accept-not-final = Aún no es definitivo:
room-accept-not-final-what = usted lee el acuerdo completo y firma solo si está conforme.
room-accept-doubt = ¿Dudas sobre sus derechos? Muestre el acuerdo a alguien de confianza o a un abogado antes de firmar.
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

room-withdraw-title = ¿Retirar la propuesta { $number }?
room-withdraw-body = El otro lado verá que usted la retiró.

room-compare-none = no hay

room-idea = Idea de { $name }
room-idea-yours = Su idea, solo { $mediator } la ve
room-idea-allow = Puede llevarla al otro lado
room-idea-allowed = Se puede llevar al otro lado
room-idea-not-allowed = Solo el mediador la ve
room-idea-convey = Llevar como propuesta
room-idea-conveyed = Llevada como propuesta { $number }

## Turn and stages

room-turn-proposal = propuesta { $number }
room-time-left = faltan { $time }
room-time-over = venció hace { $time }
room-hours-minutes = { $hours } h { $minutes } min
room-hours = { $hours } h
room-minutes = { $minutes } min
room-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
room-why-date = ¿Por qué esta fecha?
room-why-title = De dónde vienen las fechas
room-why-none = Ahora no corre ningún plazo.
room-why-started = Cuenta desde { $date }
room-why-owner = Quién actúa: { $name }
room-why-both = los dos lados
room-why-paused = Detenido mientras se espera una respuesta.
room-why-breach = Pasado el plazo, hay { $length } antes de contar como incumplido. Entonces el caso va al área jurídica.
room-why-question = Quien preguntó fijó hasta cuándo espera la respuesta. Después el análisis sigue sin ella.
room-why-length-unknown = un plazo fijado
room-turn-officer = El caso está con: { $queue }

## A case that does not settle
room-where-title = Dónde está su caso
room-where-queue = El caso está con: { $queue }
room-where-companys = Es un equipo de la propia empresa, que también lee la conversación con todos.
room-where-yours = Es un equipo de su empresa, que también lee la conversación con todos.
room-where-independent = No pertenece a la empresa. Escucha a los dos lados juntos.
room-where-has = { $name } se ocupa del caso.
room-where-unclaimed = Nadie del equipo tomó el caso todavía.
room-where-asked = Espera una respuesta ({ $name }). El plazo del equipo está detenido.
room-where-asked-you = Espera su respuesta. El plazo del equipo está detenido.
room-where-more = Saber más
room-where-state = Situación
room-where-ground = Por qué llegó
room-where-since = Desde
room-where-officer = Con quién
room-where-nobody = todavía nadie
room-where-until = Hasta
room-where-late = el plazo pasó
room-where-ended = Terminó
room-where-next = Qué puede pasar ahora
room-where-next-1 = Preguntas a los lados. Los dos leen la pregunta y la respuesta.
room-where-next-2 = Una recomendación de acuerdo, o una nueva mediación con otro mediador.
room-where-next-company = Sin acuerdo, el caso va a la defensoría independiente de la plataforma.
room-where-next-operator = Sin acuerdo, el caso se cierra con un acta final y una constancia.
room-where-remitted = De vuelta a la mediación, con otro mediador
room-where-remitted-by = Quién lo devolvió: { $queue }.
room-where-remitted-until = Esta mediación va hasta { $date }.
room-where-awaited = Esperamos a otra persona de { $name } hasta { $date }
room-where-awaited-you = Hasta entonces nadie escribe en la conversación con todos. Tome el lugar para seguir.
room-where-awaited-then = Hasta entonces la conversación con todos queda detenida. Si nadie viene, el caso va a la defensoría.
room-where-join = Tomar el lugar
room-handover = Lo que se trasladó para el análisis
room-handover-lead = Preparado: { $date }. Ya no cambia; lo que se libere después aparece abajo.
room-handover-in = Está en el expediente
room-handover-complaint = Leer el reclamo
room-handover-procedure = Los hechos del procedimiento: entradas, plazos y fases ({ $count })
room-handover-files = { $count ->
    [0] No se marcó ningún archivo para trasladar
    [one] 1 archivo que su dueño marcó
   *[other] { $count } archivos que sus dueños marcaron
  }
room-handover-out = Quedó afuera, y por qué
room-question-you = { $who } le pregunta a usted
room-question-of = { $who } le pregunta a { $name }
room-question-answer = Su respuesta
room-question-hint = El otro lado también lee la respuesta y sus archivos. Responda hasta { $date }.
room-question-attach = Adjuntar fotos o documentos
room-question-empty = Escriba la respuesta.
room-question-send = Enviar respuesta
room-question-waits = Se espera la respuesta de { $name } hasta { $date }.
room-answer-of = Respuesta de { $who }, { $date }
room-recommendation = Recomendación { $number }: { $name }
room-release = Pasar al análisis
room-release-title = ¿Pasar este ítem al análisis?
room-release-body-joint = { $officer } solo lee este ítem si los dos lados lo liberan. { $name } verá que usted lo liberó. No se puede deshacer.
room-release-body-own = Esto se dijo en privado. Si usted lo libera, también lo lee { $name }, además de: { $officer }. No se puede deshacer.
room-release-done = Pasado al análisis
room-release-waits = Usted lo liberó. Falta { $name }
room-release-asked = { $name } lo liberó. Falta usted
room-released-joint = Dicho por { $who } en la conversación con todos, { $date }. Liberado por los dos lados.
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
room-why-first_reply = La empresa tiene { $length } para la primera respuesta. Después el caso va a la defensoría.
room-why-room_reply = Cada respuesta en la sala tiene { $length }. Después hay recordatorios y se avisa al centro.
room-why-proposal_validity = Quien hizo la propuesta { $number } eligió hasta cuándo vale.
room-why-mediator_accepts = La persona propuesta tiene { $length } para aceptar mediar. Después se propone a otra.
room-why-mediation = La mediación dura hasta { $length }. Los dos lados pueden extenderla.
room-why-procedure = Todo el caso dura hasta { $length }, hasta que haya acuerdo. Después va a la defensoría.
room-why-signatures = Una vez escrito, el acuerdo se puede firmar hasta esta fecha. Después el caso vuelve a la conversación.
room-why-obligation = Es el plazo pactado en el acuerdo.
room-why-confirmation = Sin confirmación después de dos recordatorios, cuenta como hecho en esta fecha. El caso se puede reabrir.
room-why-reflection = El consumidor tiene 24 horas para pensar antes de firmar, salvo que renuncie.
room-why-replace_representative = La empresa tiene { $length } para enviar a otra persona. Después el caso va a la defensoría.
room-why-remitted_mediation = La mediación devuelta tiene { $length }. Sin acuerdo, el caso vuelve a quien la devolvió.
room-why-silent_consumer = Después de tres recordatorios hay { $length }. Entonces el caso se cierra y se puede reabrir.
room-why-ombudsman_entry = La defensoría tiene { $length }. Si pasa, se avisa a la jefatura.
room-why-legal_entry = El área jurídica tiene { $length }. Si pasa, se avisa a la jefatura.
room-why-follow_up = Preguntamos si todo está bien { $length } después de la última obligación.

room-stages = Etapas
room-stage-step = Etapa { $n } de 5: { $stage }
room-stage-done = { $stage }, completada
room-stage-now = { $stage }, etapa actual
room-stage-later = { $stage }, después

## Pause before a heated message

room-tone-title = ¿Quiere revisar antes de enviar?
room-tone-body = Es comprensible sentir enojo. La parte subrayada puede hacer que la empresa se defienda en vez de resolver.
room-tone-body-company = Es comprensible sentir presión. La parte subrayada puede hacer que { $name } se quede sin respuesta.
room-tone-body-evasive = La parte subrayada puede sonar a texto hecho. Diga qué hará usted y cuándo.
room-tone-review = Revisar el mensaje
room-tone-mediator = Enviar solo al mediador
room-tone-anyway = Enviar así
room-tone-only-you = Solo usted ve este aviso. No queda registrado.
room-tone-off = No mostrar más este aviso
room-tone-help = Si usted o alguien corre peligro, llame ahora al número de emergencias de su país (911 o 112).

## Waiting

room-wait-title = Qué pasa ahora
room-wait-answers = { $name } responde hasta { $date }.
room-wait-answers-open = { $name } aún no respondió.
room-wait-late-mediator = Si no responde, { $mediator } insiste y le avisa a usted.
room-wait-late = Si no responde, el centro de mediación insiste y le avisa a usted.
room-wait-never = El silencio de la empresa nunca cuenta en su contra.

## Small words

room-and = { $a } y { $b }
room-queue-company_ombudsman = defensoría de { $company }
room-queue-company_legal = área jurídica de { $company }
room-queue-operator_ombudsman = defensoría independiente de la plataforma
room-queue-operator_legal = área jurídica de la plataforma
room-length-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
room-length-working_days = { $count ->
    [one] { $count } día hábil
   *[other] { $count } días hábiles
  }
room-close = Cerrar
room-cancel = Cancelar

## Editor and lists

room-offer-new = Nueva propuesta
room-edit-title = Su propuesta
room-edit-title-answer = Responder a la propuesta { $number }
room-edit-title-mediator = Proponer como mediador
room-edit-title-idea = Dar una idea al mediador
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
room-edit-check = Revisar antes de enviar
room-edit-send-to = Enviar propuesta a { $name }
room-edit-send-both = Enviar propuesta a los dos
room-edit-send-idea = Dar la idea solo a { $name }
room-edit-cancel = Volver a la conversación
room-edit-moved = Llegó una propuesta nueva mientras usted escribía. Lo que escribió está guardado. Revise antes de enviar.
room-edit-gap = Faltan { $amount } para que su propuesta llegue al pedido de { $name }.
room-edit-gap-none = El monto ya es igual al que propuso { $name }.
room-edit-draft-only-you = borrador, solo usted lo ve
room-errors = { $count ->
    [one] Hay { $count } campo para corregir
   *[other] Hay { $count } campos para corregir
  }
room-error-amount-missing = Escriba el monto. Ejemplo: 1.280,00.
room-error-amount-unreadable = No se entiende este monto. Escriba solo números. Ejemplo: 1.280,00.
room-error-due-missing = Escriba un plazo.
room-error-due-past = Elija una fecha de hoy en adelante.
room-error-description-missing = Diga en pocas palabras qué se hará.
room-error-terms-empty = Agregue al menos un término.
room-error-not-sent = No se envió: { $reason } Lo que escribió está guardado.
room-error-offline = Sin internet. Lo que escribió está guardado. Intente de nuevo con internet.
room-compare = Comparar propuestas
room-compare-term = Término
room-compare-you-asked = Usted pidió
room-compare-they-offer = { $name } ofrece
room-compare-show-same = Mostrar términos iguales
room-compare-hide-same = Ocultar términos iguales
room-edit-due = Cómo contar el plazo
room-edit-take-out = Quitar
room-edit-put-back = Volver a poner: { $what }
room-edit-sent = Propuesta enviada.
room-gap-title = ¿El monto se está acercando?
room-gap-table = Ver tabla

## Editor and lists

room-idea-give = Dar una idea

## Editor and lists

room-online = en línea
room-away = fuera de la página
room-floor-open = abierta
room-floor-paused = en pausa
