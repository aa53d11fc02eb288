### Texts of the rooms, shared by the consumer's phone, the desk and the console.

## Rooms and who reads them

room-joint = Con todos
room-joint-desk = Sala conjunta
room-private = Solo mediación
room-private-company = Reservada: empresa y mediación
room-internal = Notas del equipo
room-notes = Mis notas
room-review = Revisión
room-tabs = Conversaciones
room-unread = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
  }

room-band-joint = Sala conjunta · todos ven
room-band-joint-readers = { $names } y usted
room-band-joint-alone = Nadie más entró todavía
room-band-private = Conversación reservada
room-band-private-consumer = Solo usted y { $mediator }. La empresa { $company } no ve nada de aquí.
room-band-review = Revisión: { $queue }
room-band-review-readers = Quien se ocupa del caso y los dos lados leen esto.

room-region-joint = Sala conjunta, con todos
room-region-private = Conversación reservada con { $name }. { $hidden } no ve.
room-region-review = Revisión del caso. Quien se ocupa y los dos lados leen.

room-typing = { $name } está escribiendo

## Writing

room-to-joint = Para todos: { $names }
room-to-joint-alone = Para quienes entren al caso
room-to-mediator-from-consumer = Solo para { $mediator }. La empresa no ve.
room-message = Mensaje
room-note = Nota
room-write-joint = Escriba para todos
room-write-private = Escriba solo para { $name }
room-send-joint = Enviar a todos
room-send-private = Enviar solo a { $name }
room-open-joint = Escribir para todos
room-open-private = Escribir solo para { $name }
room-attach-joint = Adjuntar foto o documento, todos ven
room-attach-private = Adjuntar foto o documento, solo para { $name }
room-draft-kept = borrador guardado
room-too-long = El mensaje supera el límite por { $count } caracteres.
room-closed-floor = { $mediator } pausó la sala conjunta. Puede leer, y escribir solo a quien media.
room-not-writable = Ahora no se puede escribir aquí.
room-accept-rules-first = Acepte los términos de la mediación para escribir.

## Messages

room-you = Usted
room-message-new = nuevo
room-apology = pedido de disculpas
room-hide = Ocultar
room-hidden = Mensaje oculto por la mediación: { $ground }.
room-erased = Contenido borrado.
room-delivered-joint = Entregado a todos
room-delivered = Entregado
room-seen-joint = Leído por todos
room-seen = Leído
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
room-empty-review = Se está preparando el expediente del caso.
room-said = { $who }: { $text }
room-said-file = { $who } envió el archivo { $file }.
room-said-proposal = { $who } hizo la propuesta { $number }.
room-file-size = { $name }, { $size }
room-file-open = Descargar
room-file-shared = archivo traído de otra conversación
room-share = Llevar a la sala conjunta
room-file-pass = Se puede trasladar
room-file-passed = se puede trasladar

## Facts in words

room-fact-case-filed = Caso abierto por { $who }.
room-fact-case-refused = El centro de mediación no aceptó el caso: { $ground }.
room-fact-invited = { $who } recibió la invitación y puede responder hasta el { $date }.
room-fact-invitation-accepted = { $who } aceptó la invitación.
room-fact-invitation-refused = { $who } rechazó la invitación.
room-fact-invitation-lapsed = La invitación a { $who } venció sin respuesta.
room-fact-invitation-undelivered = La invitación aún no llegó a nadie: ningún servidor de correo la recibió. { $who } no sabe del caso.
room-fact-phase-changed = Ahora: { $phase }.
room-fact-seat-taken = { $name } entró al caso ({ $seat }).
room-fact-seat-left = Salió del caso: { $seat }.
room-fact-seat-handed-over = { $name } asume ({ $seat }). Motivo: { $reason }.
room-fact-mediator-requested = { $who } pidió mediación.
room-fact-mediator-requested-nobody = Se pidió mediación.
room-fact-mediator-assigned = { $name } es la persona propuesta para mediar.
room-fact-mediator-declined = La persona propuesta no aceptó mediar. Se propondrá otra.
room-fact-mediator-lapsed = La persona propuesta no respondió a tiempo. Se propondrá otra.
room-fact-mediator-missing = Por ahora nadie está libre para mediar. Se avisa a la coordinación cada día hábil hasta que designe a alguien.
room-fact-mediator-replaced = La coordinación pasó la mediación a otra persona.
room-fact-mediator-overdue = La mediación está atrasada. Se avisó a la coordinación.
room-fact-terms-lapsed = { $who } no aceptó los términos de la mediación a tiempo.
room-fact-decision-explained = { $who } da las razones de la decisión: { $reasons }
room-fact-mediator-accepted = { $name } aceptó mediar este caso.
room-fact-ground-rules-accepted = { $who } aceptó los términos de la mediación.
room-fact-stage-moved = Etapa: { $stage }.
room-fact-stage-noted = Etapa { $stage }: { $note }
room-fact-reflection-waived = { $who } renunció al tiempo de reflexión.
room-fact-agreement-worded = { $who } corrigió la redacción del acuerdo.
room-fact-agreement-drafted = El acuerdo está escrito. Se puede firmar hasta el { $date }.
room-fact-agreement-signed = { $who } firmó el acuerdo.
room-fact-agreement-refused = { $who } no firma el acuerdo: { $ground }.
room-fact-agreement-lapsed = Terminó el plazo para firmar. El caso vuelve a la conversación.
room-fact-agreement-concluded = Acuerdo concluido: están todas las firmas.
room-fact-agreement-sealed = El documento final está listo.
room-fact-obligations-started = Empezaron los plazos del acuerdo.
room-fact-obligation-reported = { $who } informó que cumplió: { $what }.
room-fact-obligation-confirmed = { $who } confirmó: { $what }.
room-fact-obligation-released = { $who } condonó: { $what }.
room-fact-obligation-disputed = { $who } dice que no se cumplió: { $what }.
room-fact-mediation-left = { $who } salió de la mediación.
room-fact-impasse-declared = La mediación terminó sin acuerdo: { $ground }.
room-fact-case-withdrawn = { $who } retiró el reclamo.
room-fact-escalation-opened = El caso pasó a: { $queue }. Motivo: { $ground }. Plazo: { $date }.
room-fact-final-term-made = Acta final: { $ground }.
room-fact-certificate-refused = Constancia disponible: la invitación fue rechazada.
room-fact-certificate-silent = Constancia disponible: la invitación no tuvo respuesta a tiempo.
room-fact-certificate-mediation_ended = Constancia disponible: la mediación terminó.
room-fact-certificate-mediation_not_begun = Constancia disponible: la mediación no llegó a comenzar.
room-fact-certificate-closed = Constancia disponible: el caso se cerró.
room-fact-conflict-declared = Se declaró un conflicto de intereses: la persona no vuelve a este caso.
room-fact-case-closed = { $outcome }.
room-fact-party-named = { $who } informó el nombre completo: { $name }
room-fact-company-named = En el acuerdo, { $who } es { $name }, { $number }
room-fact-hand-over-noted = Traspaso a { $name }: { $note }
room-fact-floor-paused = { $who } pausó la sala conjunta.
room-fact-floor-opened = { $who } reabrió la sala conjunta.
room-fact-summary-confirmed = { $who } confirmó el resumen.
room-fact-summary-corrected = { $who } corrigió el resumen: { $text }
room-fact-disclosure-allowed = { $who } autorizó contar.
room-fact-disclosure-denied = { $who } pidió no contar.
room-fact-disclosure-used = Estas palabras se llevaron a la sala conjunta.
room-fact-proposal-accepted = { $who } aceptó la propuesta { $number }.
room-fact-proposal-declined = { $who } rechazó la propuesta { $number }.
room-fact-proposal-declined-because = { $who } rechazó la propuesta { $number }: { $ground }.
room-fact-proposal-would-work = Lo que serviría, según { $who }: { $text }
room-fact-proposal-withdrawn = { $who } retiró la propuesta { $number }.
room-fact-proposal-expired = La propuesta { $number } venció.
room-fact-proposal-agreed = Los dos lados aceptaron la propuesta { $number }.
room-fact-proposal-not-agreed = La propuesta { $number } no fue aceptada por los dos lados.
room-fact-proposal-closed = La propuesta { $number } se cerró con el fin de esta fase.
room-fact-proposal-superseded = La propuesta { $number } dio lugar a un acuerdo sobre otros términos.
room-fact-idea-allowed = { $who } permite llevar esta idea al otro lado.
room-fact-idea-conveyed = La idea se llevó como propuesta { $number }.
room-fact-seat-left-by = { $name } salió del caso ({ $seat }).
room-fact-participant-removed = Quien media retiró de la conversación a una persona de { $name }: { $ground }.
room-fact-representative-awaited = { $who } tiene hasta el { $date } para enviar a otra persona.
room-fact-first-reply = { $who } respondió por primera vez.
room-fact-reply-overdue = La respuesta de { $who } está atrasada. Se avisó al centro de mediación.
room-fact-consent-given-joint = { $who } permite exportar la sala conjunta.
room-fact-consent-given-former = { $who } permite que quien media ahora lea la conversación reservada anterior.
room-fact-consent-withdrawn-joint = { $who } ya no permite exportar la sala conjunta.
room-fact-consent-withdrawn-former = { $who } ya no permite que quien media ahora lea la conversación reservada anterior.
room-fact-extension-asked = { $who } pide { $days } más para la mediación.
room-fact-extended = Los dos lados dieron { $days } más a la mediación.
room-fact-reminded = Recordatorio: { $rule }, hasta el { $date }.
room-fact-entry-claimed = { $name } tomó el caso ({ $queue }).
room-fact-entry-released = El caso volvió a la cola: { $queue }.
room-fact-entry-handed-over = { $name } pasa a ocuparse del caso ({ $queue }).
room-fact-entry-paused = Pregunta a { $who }, con plazo hasta el { $date }. El plazo del equipo queda detenido.
room-fact-entry-resumed = El plazo del equipo vuelve a correr, hasta el { $date }.
room-fact-entry-breached = El plazo pasó sin decisión: { $queue }. Se avisó a la gestión del equipo.
room-fact-entry-remitted = El caso vuelve a la mediación, a cargo de otra persona, hasta el { $date }.
room-fact-entry-forwarded = El caso pasa a: { $queue }. Motivo: { $ground }.
room-fact-entry-resolved = La revisión terminó: { $queue }.
room-fact-obligation-overdue = El plazo pasó: { $what }.
room-fact-obligation-breached = Incumplido: { $what }. El expediente de ejecución queda listo para la parte acreedora.
room-fact-obligation-presumed = Cuenta como hecho, sin confirmación: { $what }.
room-fact-case-reopened = { $who } reabrió el caso.
room-fact-paper-filed = Documento listo: { $paper }.
room-fact-sharing-allowed = { $who } marcó un archivo: se puede trasladar.
room-fact-recommendation-agreed = Los dos lados aceptaron la recomendación { $number }. Pasa a ser el acuerdo.
room-fact-feedback-shared = { $who } dio { $score } de 5: { $comment }
room-fact-question-lapsed = { $who } no respondió a la pregunta a tiempo.
room-fact-release-allowed = { $who } libera un elemento de la sala conjunta. Falta el otro lado.
room-fact-release-allowed-own = { $who } libera un elemento de su propia conversación reservada.

## Proposals

room-offer-of = Propuesta { $number } de { $name }
room-offer-yours = Su propuesta { $number }

room-chip-faster = más rápido
room-chip-later = más tarde
room-chip-as-you-asked = como usted propuso
room-chip-same = igual
room-chip-due-changed = cambió el plazo
room-chip-text-changed = cambió el detalle

room-idea = Idea de { $name }

## Turn and stages

room-turn-proposal = propuesta { $number }
room-time-left = vence en { $time }
room-time-over = venció hace { $time }
room-hours-minutes = { $hours } h { $minutes } min
room-hours = { $hours } h
room-minutes = { $minutes } min
room-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
room-why-date = ¿Por qué esta fecha?
room-turn-officer = El caso está con: { $queue }

## A case that does not settle
room-recommendation = Recomendación { $number }: { $name }
room-release = Pasar a la revisión
room-release-done = Pasado a la revisión
room-release-waits = Usted lo liberó. Falta { $name }
room-release-asked = { $name } lo liberó. Falta usted

room-stages = Etapas
room-stage-step = Etapa { $n } de 5: { $stage }
room-stage-all = Las 5 etapas se completaron
room-stage-done = { $stage }, completada
room-stage-now = { $stage }, etapa actual
room-stage-later = { $stage }, después

## Waiting

## Small words

# Whose people read here: the company or team, then its people.
room-listeners-of = { $house } ({ $names })
room-and = { $a } y { $b }
room-queue-company_ombudsman = defensor del cliente de la empresa { $company }
room-queue-company_legal = área jurídica de la empresa { $company }
room-queue-operator_ombudsman = ombudsman independiente de la plataforma
room-queue-operator_legal = área jurídica de la plataforma
room-length-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
room-length-working_days = { $count ->
    [one] { $count } día hábil
   *[other] { $count } días hábiles
  }
room-cancel = Cancelar

## Editor and lists

# El relato de una empresa que invitó
room-fact-addressee-confirmed = { $who } confirmó quién es.
room-fact-invitation-misdirected = La invitación llegó a otra persona: la dirección era incorrecta.
room-fact-invitation-called-back = La empresa retiró la invitación.
