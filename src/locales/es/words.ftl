### Words of the domain, shared by the page, the mails and the paper.

## Phases
phase-intake = Ingreso
phase-negotiation = Negociación
phase-mediation = Mediación
phase-agreed = Acuerdo por firmar
phase-settled = Acuerdo firmado
phase-escalated_ombudsman = Con el ombudsman
phase-escalated_legal = En el área jurídica
phase-closed_fulfilled = Cerrado: cumplido
phase-closed_settled_unconfirmed = Cerrado: sin confirmación
phase-closed_no_agreement = Cerrado: sin acuerdo
phase-closed_refused = Cerrado: no aceptado
phase-closed_withdrawn = Cerrado: retirado
phase-closed_misdirected = Cerrado: la invitación llegó a otra persona
phase-closed_called_back = Cerrado: invitación retirada
phase-closed_abandoned = Cerrado: sin respuesta
phase-closed_final_answer = Cerrado: respuesta final
phase-closed_referred_to_court = Cerrado: derivado a la Justicia
phase-closed_released = Cerrado: condonado por quien debía recibir
phase-closed_enforced_elsewhere = Cerrado: ejecutado por otra vía

## Stages
stage-opening = apertura
stage-facts = hechos
stage-negotiating = negociación
stage-agreement = acuerdo
stage-signing = firma

## Seats and sides
seat-consumer = parte consumidora
seat-company = empresa
seat-mediator = mediación
seat-ombudsman = ombudsman
seat-legal = área jurídica
seat-coordinator = coordinación
seat-system = acordo
mediator-unnamed = quien media

## Roles in an organisation
role-manager = Gestión
role-rep = Representante
role-viewer = Lectura
role-admin = Administración
role-coordinator = Coordinación
role-mediator = Mediación
role-auditor = Auditoría
role-ombudsman = Ombudsman
role-legal = Área jurídica

## Queues: who has the case, how far they are, what they are given
queue-company_ombudsman = Defensor del cliente de la empresa
queue-company_legal = Área jurídica de la empresa
queue-operator_ombudsman = Ombudsman independiente de la plataforma
queue-operator_legal = Área jurídica de la plataforma
entry-state-waiting = Esperando a quien lo tome
entry-state-claimed = En revisión
entry-state-waiting_for_party = Esperando respuesta
entry-state-remitted = Devuelto a la mediación
entry-state-forwarded = Enviado
entry-state-resolved = Concluido
priority-urgent = Urgente
priority-normal = Normal
priority-low = Baja
left-out-joint_conversation = La sala conjunta, con sus mensajes y propuestas
left-out-private_conversations = Las conversaciones reservadas de la mediación
left-out-mediator_notes = Las notas de quien media
left-out-company_notes = Las notas del equipo de la empresa
left-out-unmarked_evidence = Documentos que no liberó quien los envió
left-out-former_review = La revisión del equipo anterior
left-out-why-needs_both_sides = Es confidencial y solo se traslada si los dos lados lo liberan.
left-out-why-needs_its_side = Es confidencial y solo se traslada si quien lo dijo lo libera.
left-out-why-never_passed_on = Nunca se traslada.
left-out-why-needs_its_owner = Solo se traslada si quien lo envió lo marca.
document-final_term = Acta final
document-certificate = Constancia del procedimiento
document-procedure = Registro del procedimiento
document-enforcement = Expediente de ejecución
document-receipt = Comprobante del reclamo
consent-joint_export = Incluir la sala conjunta en el registro
consent-former_caucus = Abrir la conversación reservada anterior

## Trades
trade-retail = Tiendas y comercio
trade-telecom = Teléfono e internet
trade-travel = Viajes
trade-banking = Bancos y tarjetas
trade-energy = Energía y agua
trade-health = Salud
trade-education = Educación
trade-insurance = Seguros
trade-delivery = Envíos
trade-other = Otro rubro

## What the consumer asks for
remedy-refund = Devolución del dinero
remedy-replace = Cambio del producto
remedy-repair = Reparación
remedy-redo_service = Repetir el servicio
remedy-reduce_price = Rebaja del precio
remedy-cancel_contract = Cancelar el contrato
remedy-correct_record = Corregir un registro o cobro
remedy-deliver = Entregar lo que compré
remedy-explain = Una explicación
remedy-other = Otra cosa

## Obligations
obligation-refund = Devolución de dinero
obligation-pay = Pago
obligation-replace = Cambio del producto
obligation-repair = Reparación
obligation-redo_service = Repetir el servicio
obligation-reduce_price = Rebaja del precio
obligation-discount = Descuento
obligation-voucher = Vale de compra
obligation-cancel_contract = Cancelación del contrato
obligation-correct_record = Corrección del registro
obligation-deliver = Entrega
obligation-apologise = Pedido de disculpas
obligation-explain = Explicación
obligation-other = Otro compromiso
obligation-state-due = Por cumplir
obligation-state-reported = Informado como hecho
obligation-state-disputed = Objetado
obligation-state-confirmed = Confirmado
obligation-state-presumed = Sin confirmación
obligation-state-released = Condonado

## Proposals
proposal-state-open = Abierta
proposal-state-accepted = Aceptada
proposal-state-declined = Rechazada
proposal-state-countered = Respondida con otra
proposal-state-withdrawn = Retirada
proposal-state-expired = Vencida
proposal-state-superseded = Reemplazada
proposal-state-not_agreed = Sin la aceptación de ambas partes
proposal-state-closed = Cerrada con la fase

## Grounds
decline-amount_too_low = El monto es bajo
decline-amount_too_high = El monto es alto
decline-too_late = El plazo es largo
decline-not_what_i_asked = No es lo que pedí
decline-not_possible = No es posible cumplir
decline-other = Otro motivo
impasse-time_over = Se acabó el tiempo
impasse-no_agreement = No hubo acuerdo
impasse-conduct = Conducta de una de las partes
impasse-not_suitable = El caso no es apto para la mediación
impasse-no_representative = Una de las partes quedó sin representante
agreement-refuse-wording_wrong = El texto está mal
agreement-refuse-terms_not_mine = No es lo que acordé
agreement-refuse-changed_mind = Cambié de idea
agreement-refuse-need_advice = Quiero asesorarme antes
agreement-refuse-other = Otro motivo
hand-over-absence = Ausencia
hand-over-expertise = Conocimiento del tema
hand-over-authority = Atribuciones
hand-over-conflict = Conflicto de intereses
hand-over-workload = Carga de trabajo
hand-over-other = Otro motivo
hide-insult = Ofensa
hide-threat = Amenaza
hide-personal_data = Datos personales
hide-off_topic = Fuera de tema
refuse-out_of_scope = Fuera de lo que tratamos
refuse-not_a_consumer_dispute = No es un conflicto de consumo
refuse-in_court = Ya está en la Justicia
refuse-abusive = Contenido abusivo
refuse-incomplete = Falta información
final-agreement = Acuerdo
final-mediator_declaration = Declaración de quien media
final-time_over = Se acabó el plazo de la mediación
final-no_mediator = Ya no había quien mediara
final-agreement_stands = El acuerdo ya firmado sigue vigente
final-consumer_left = La parte consumidora dejó la mediación
final-company_left = La empresa dejó la mediación
final-both_left = Ningún lado aceptó los términos de la mediación
final-consumer_did_not_accept = La parte consumidora no aceptó los términos con quien pasó a mediar
final-company_did_not_accept = La empresa no aceptó los términos con quien pasó a mediar
final-neither_accepted = Ningún lado aceptó los términos con quien pasó a mediar
final-invitation_refused = Invitación rechazada
final-invitation_lapsed = Invitación sin respuesta
final-withdrawn = Reclamo retirado
final-representative_missing = La empresa no envió a otra persona a tiempo
final-procedure_over = Se acabó el plazo de todo el procedimiento
final-proposals_refused = Las propuestas fueron rechazadas
final-officer_closed = Cerrado por el equipo que revisó el caso
final-abandoned = La parte consumidora dejó de responder
final-unconfirmed = Acuerdo informado como cumplido, sin confirmación
remove-insult = Ofensa
remove-threat = Amenaza
remove-disruption = Perturbación de la conversación
forward-not_agreed = No hubo acuerdo
forward-not_competent = No corresponde a este equipo
forward-conflict_of_interest = Conflicto de intereses
forward-final_answer = La empresa dio su respuesta final
forward-legal_question = Cuestión jurídica
forward-overdue = El equipo de la empresa no respondió a tiempo
escalation-impasse = La mediación terminó sin acuerdo
escalation-party_left = Una de las partes se retiró de la mediación
escalation-terms_not_accepted = Los términos de la mediación no se aceptaron a tiempo
escalation-no_first_reply = La empresa no respondió a tiempo
escalation-procedure_over = Se acabó el plazo de todo el procedimiento
escalation-representative_missing = La empresa no envió a otra persona
escalation-proposals_refused = Propuestas rechazadas, a pedido de la parte consumidora
escalation-breach = El acuerdo no se cumplió
escalation-remit_over = La nueva mediación terminó sin acuerdo
escalation-forwarded = Enviado por otro equipo
escalation-company_overdue = El equipo de la empresa no respondió a tiempo
escalation-invitation_refused = La empresa rechazó la invitación
escalation-no_mediator = La mediación quedó sin quien mediara

## Whose turn: what you do
turn-yours-admit = Su turno: admita el caso
turn-yours-answer_invitation = Su turno: responda a la invitación
turn-yours-reply = Su turno: responda
turn-yours-answer_proposal = Su turno: responda a la propuesta
turn-yours-accept_ground_rules = Su turno: acepte los términos de la mediación
turn-yours-assign_mediator = Su turno: proponga quién media
turn-yours-replace_mediator = Su turno: falta la firma de quien media
turn-yours-accept_mediation = Su turno: acepte la mediación
turn-yours-mediate = Su turno: conduzca la conversación
turn-yours-answer_disclosure = Su turno: diga si esto se puede contar
turn-yours-confirm_summary = Su turno: confirme el resumen
turn-yours-identify = Su turno: complete sus datos
turn-yours-legal_identity = Su turno: falta la identificación legal de la empresa
turn-yours-draft = El acuerdo se está redactando
turn-yours-sign = Su turno: lea y firme
turn-yours-perform = Su turno: cumpla lo acordado
turn-yours-confirm_obligation = Su turno: diga si se cumplió
turn-yours-review = Su turno: revise el caso
turn-yours-claim = Su turno: tome el caso
turn-yours-answer_question = Su turno: responda a la pregunta
turn-yours-replace = Su turno: designe a otra persona
turn-yours-nothing = Nada que hacer ahora

## Whose turn: others
turn-of-consumer = Turno de { $name }
turn-of-company = Turno de la empresa { $name }
turn-of-mediator = Turno de { $name }
turn-of-both = Turno de ambas partes
turn-of-coordinator = Turno de la coordinación
turn-of-officer = Turno del ombudsman o del área jurídica
turn-of-several = Faltan firmas
turn-of-system = Un momento: lo estamos preparando
turn-of-nobody = Nadie tiene que actuar ahora
turn-what-admit = Admitir el caso
turn-what-answer_invitation = Responder a la invitación
turn-what-reply = Responder
turn-what-answer_proposal = Responder a la propuesta
turn-what-accept_ground_rules = Aceptar los términos de la mediación
turn-what-assign_mediator = Proponer quién media
turn-what-replace_mediator = Ocuparse de la firma de quien media
turn-what-accept_mediation = Aceptar la mediación
turn-what-mediate = Conducir la conversación
turn-what-answer_disclosure = Decir si esto se puede contar
turn-what-confirm_summary = Confirmar el resumen
turn-what-identify = Completar los datos
turn-what-legal_identity = Registrar la identificación legal de la empresa
turn-what-draft = Redactar el acuerdo
turn-what-sign = Firmar el acuerdo
turn-what-perform = Cumplir lo acordado
turn-what-confirm_obligation = Confirmar el cumplimiento
turn-what-review = Revisar el caso
turn-what-claim = Tomar el caso
turn-what-answer_question = Responder a la pregunta
turn-what-replace = Designar a otra persona
turn-what-nothing = Nada
turn-until = Hasta el { $when }
turn-over = Venció el { $when }
turn-answers-until = Tiene hasta el { $when }

## Deadlines: which rule set the date
deadline-invitation = Plazo para responder a la invitación
deadline-first_reply = Plazo de la primera respuesta de la empresa
deadline-room_reply = Plazo para responder en la sala
deadline-proposal_validity = Validez de la propuesta
deadline-mediator_accepts = Plazo para aceptar mediar
deadline-mediation = Plazo de la mediación
deadline-procedure = Plazo de todo el procedimiento
deadline-signatures = Plazo para firmar
deadline-obligation = Plazo del compromiso
deadline-confirmation = Plazo para confirmar
deadline-reflection = Tiempo de reflexión antes de firmar
deadline-replace_representative = Plazo para que la empresa envíe a otra persona
deadline-remitted_mediation = Plazo de la nueva mediación
deadline-silent_consumer = Plazo para que la parte consumidora responda
deadline-ombudsman_entry = Plazo del ombudsman
deadline-legal_entry = Plazo del área jurídica
deadline-follow_up = Seguimiento
deadline-breach = Plazo antes de contar como incumplido
deadline-question = Plazo para responder a la pregunta
deadline-ground_rules = Plazo para aceptar los términos de la mediación
deadline-mediator_missing = Próximo aviso a la coordinación
deadline-admission = Plazo para admitir el reclamo
deadline-entry_overdue = Atención atrasada

## Signing
method-password = contraseña
method-totp = código de la aplicación
method-passkey = clave de acceso
method-email_code = código por correo

## Dates
date-weekday-1 = lunes
date-weekday-2 = martes
date-weekday-3 = miércoles
date-weekday-4 = jueves
date-weekday-5 = viernes
date-weekday-6 = sábado
date-weekday-7 = domingo
date-month-1 = enero
date-month-2 = febrero
date-month-3 = marzo
date-month-4 = abril
date-month-5 = mayo
date-month-6 = junio
date-month-7 = julio
date-month-8 = agosto
date-month-9 = septiembre
date-month-10 = octubre
date-month-11 = noviembre
date-month-12 = diciembre
date-first = 1
date-day = { $weekday } { $day } de { $month }
date-day-year = { $weekday } { $day } de { $month } de { $year }
date-until = { $day }, { $time } ({ $clock })
date-hour = { $hour }:00
date-hour-minute = { $hour }:{ $minute }
date-clock-brasilia = hora de Brasilia
when-today = hoy, { $time }
when-yesterday = ayer, { $time }
when-day = { $day }, { $time }
when-today-alone = Hoy
when-yesterday-alone = Ayer
due-on = hasta el { $day }
due-days = { $days ->
    [0] el día de la firma
    [one] 1 día después de la firma
   *[other] { $days } días después de la firma
}
due-working-days = { $days ->
    [0] el día de la firma
    [one] 1 día hábil después de la firma
   *[other] { $days } días hábiles después de la firma
}
