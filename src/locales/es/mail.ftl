# Correos. El asunto dice la acción; nunca trae montos ni detalles del reclamo.

mail-greeting = Hola, { $name }.
mail-footer = Caso { $reference }, con { $company }. Este correo viene de { $host }; nadie lee las respuestas.
mail-footer-plain = Este correo viene de { $host }; nadie lee las respuestas.
mail-link-note = El enlace vale una vez y solo para usted. Si ya no funciona, la página envía uno nuevo a este correo.
mail-ignore = Si no esperaba este correo, ignórelo. Nada ocurre sin usted.
mail-until = Responda hasta { $until }.
mail-by = El plazo va hasta { $until }.

# Enlace para entrar
mail-link-subject = Su enlace para entrar
mail-link-body = Usted pidió un enlace para entrar. Abra la página y confirme.
mail-link-button = Entrar

# Enlace nuevo para un caso
mail-case-link-subject = Su enlace para el caso { $reference }
mail-case-link-body = Aquí tiene un enlace nuevo para su caso con { $company }.
mail-case-link-button = Abrir el caso

# Código de firma
mail-code-subject = Código para firmar el acuerdo { $reference }
mail-code-body = Su código para firmar es { $code }. Vale 10 minutos, una vez y solo para este documento. Nunca le pediremos este código por teléfono.

# Reclamo registrado, para el consumidor
mail-case_filed_link-subject = Su reclamo está registrado: { $reference }
mail-case_filed_link-body = Recibimos su reclamo sobre { $company } e invitamos a la empresa a resolverlo con usted. Es gratuito, voluntario, y puede salir cuando quiera. No necesita cuenta: este enlace es su entrada.
mail-case_filed_link-button = Abrir el caso

# Invitación
mail-invitation-subject = Invitación para resolver el caso { $reference }
mail-invitation-body = { $other } quiere resolver un caso con usted, con o sin mediador. Es gratuito y voluntario, y lo que digan queda en reserva.
mail-invitation-button = Leer la invitación

# La invitación tuvo respuesta
mail-invitation_accepted-subject = El caso { $reference } comenzó
mail-invitation_accepted-body = { $other } aceptó conversar. Abra la sala para escribir o leer la respuesta.
mail-invitation_accepted-button = Abrir la sala
mail-invitation_refused-subject = La invitación del caso { $reference } fue rechazada
mail-invitation_refused-body = { $other } no aceptó la invitación. La página muestra otros caminos y hasta cuándo puede cambiar.
mail-invitation_refused-button = Ver los caminos

# Conversación
mail-message-subject = Nuevo mensaje en el caso { $reference }
mail-message-body = Hay un mensaje nuevo para usted en el caso con { $company }. El texto queda en la sala.
mail-message-button = Leer en la sala
mail-private-subject = Su turno: algo le espera en el caso { $reference }
mail-private-body = Hay algo nuevo en su conversación privada del caso con { $company }. El correo no dice qué; solo usted y la mediación lo leen.
mail-private-button = Abrir la sala privada

# Propuestas
mail-proposal-subject = Su turno: responda a la propuesta del caso { $reference }
mail-proposal-body = Hay una propuesta nueva que le espera. Léala, acéptela, proponga otra o rechácela.
mail-proposal-button = Ver la propuesta
mail-proposal_accepted-subject = Propuesta aceptada en el caso { $reference }
mail-proposal_accepted-body = Los dos lados están de acuerdo. Ahora el acuerdo se escribe para que lo lean y firmen.
mail-proposal_accepted-button = Ver el acuerdo
mail-proposal_declined-subject = Su turno: la propuesta del caso { $reference } fue rechazada
mail-proposal_declined-body = La propuesta no fue aceptada. Vea qué serviría y proponga otra.
mail-proposal_declined-button = Ver la respuesta
mail-proposal_not_agreed-subject = Sin acuerdo sobre la propuesta del caso { $reference }
mail-proposal_not_agreed-body = La propuesta de la mediación no tuvo el sí de los dos lados. La conversación continúa.
mail-proposal_not_agreed-button = Abrir la sala
mail-identify-subject = Su turno: indique su nombre legal en el caso { $reference }
mail-identify-body = Para escribir el acuerdo faltan su nombre legal y su documento.
mail-identify-button = Indicar

# Mediación
mail-mediator_requested-subject = Un mediador viene al caso { $reference }
mail-mediator_requested-body = { $other } pidió un mediador. Recibirá un aviso cuando alguien acepte.
mail-mediator_requested-button = Abrir el caso
mail-mediator_assigned-subject = Su turno: acepte o rechace el caso { $reference }
mail-mediator_assigned-body = Usted fue designado como mediador. Declare sus conflictos, acepte o rechace.
mail-mediator_assigned-button = Ver la designación
mail-mediation_started-subject = El caso { $reference } tiene mediador
mail-mediation_started-body = { $mediator } aceptó mediar el caso con { $company }. Lea lo que declara la mediación y acepte las reglas para escribir.
mail-mediation_started-button = Leer y aceptar

# Acuerdo
mail-draft_ready-subject = Su turno: lea y firme el acuerdo { $reference }
mail-draft_ready-body = El texto del acuerdo está listo. Léalo con calma, descargue el PDF y firme con su nombre. Nada vale antes de la firma.
mail-draft_ready-button = Leer el acuerdo
mail-signed-subject = Su turno: falta su firma en el acuerdo { $reference }
mail-signed-body = Otra persona ya firmó. Lea y firme, o diga qué está mal.
mail-signed-button = Leer y firmar
mail-agreement_returned-subject = El acuerdo { $reference } volvió a la conversación
mail-agreement_returned-body = El acuerdo no fue firmado por todos. El caso volvió a la fase anterior, y pueden hacer otra propuesta.
mail-agreement_returned-button = Abrir la sala
mail-concluded-subject = Acuerdo firmado por todos: { $reference }
mail-concluded-body = Todos firmaron. Descargue el documento final y vea las fechas de lo acordado.
mail-concluded-button = Descargar el acuerdo

# Cumplimiento
mail-obligation_reported-subject = Su turno: confirme el cumplimiento en el caso { $reference }
mail-obligation_reported-body = { $other } informó que cumplió lo acordado. Diga si todo está bien.
mail-obligation_reported-button = Confirmar
mail-obligation_confirmed-subject = Cumplimiento confirmado en el caso { $reference }
mail-obligation_confirmed-body = { $other } confirmó lo que usted cumplió.
mail-obligation_confirmed-button = Ver el caso
mail-obligation_disputed-subject = Su turno: el cumplimiento del caso { $reference } tiene una duda
mail-obligation_disputed-body = { $other } dice que todavía falta algo. Lea y responda.
mail-obligation_disputed-button = Leer y responder

# Traspaso y fin
mail-seat_given-subject = El caso { $reference } ahora es suyo
mail-seat_given-body = Un colega le pasó este caso. La nota de traspaso está en el caso.
mail-seat_given-button = Abrir el caso
mail-escalated-subject = El caso { $reference } pasa a otra instancia
mail-escalated-body = El caso con { $company } subió a otro equipo. La página dice quién tiene el caso y hasta cuándo.
mail-escalated-button = Ver quién tiene el caso
mail-queued-subject = Un caso llegó a su cola: { $reference }
mail-queued-body = El caso con { $company } espera a alguien de su equipo. La página dice hasta cuándo.
mail-queued-button = Abrir el caso
mail-closed-subject = El caso { $reference } está cerrado
mail-closed-body = El caso con { $company } terminó. Puede descargar el acta final y todo lo que puede leer.
mail-closed-button = Ver el acta final

# Quién habla por la empresa
mail-seat_lost-subject = Usted ya no participa en el caso { $reference }
mail-seat_lost-body = Su participación en el caso con { $company } terminó. Usted ya no lee ni escribe en él, y no necesita hacer nada. Si tiene dudas, hable con la gestión de su equipo.
mail-seat_lost-button = Ver mis casos
mail-representative_awaited-subject = El caso { $reference } espera a un representante de la empresa
mail-representative_awaited-body = { $company } está sin representante en este caso. La empresa designa a otra persona; si no, el caso pasa a otra instancia.
mail-representative_awaited-button = Abrir el caso

# Plazos y recordatorios
mail-deadline_reminder-subject = Recordatorio: hay un plazo en el caso { $reference }
mail-deadline_reminder-body = Este es un recordatorio sobre el caso con { $company }.
mail-deadline_reminder-button = Abrir el caso
mail-reply_overdue-subject = Sin respuesta en el caso { $reference }
mail-reply_overdue-body = En el caso con { $company }, dos recordatorios no trajeron respuesta. Vea de quién es el turno y hable con ese lado.
mail-reply_overdue-button = Ver de quién es el turno
mail-extension_asked-subject = Su turno: pedido de más tiempo en el caso { $reference }
mail-extension_asked-body = { $other } pidió más tiempo para la mediación. Si está de acuerdo, pida los mismos días; si no, el plazo no cambia.
mail-extension_asked-button = Ver el pedido
mail-extended-subject = La mediación del caso { $reference } tiene más tiempo
mail-extended-body = Los dos lados acordaron más tiempo para la mediación del caso con { $company }. La conversación continúa.
mail-extended-button = Abrir el caso

# Otra instancia
mail-entry_breached-subject = Plazo vencido en la cola: caso { $reference }
mail-entry_breached-body = El plazo de atención del caso con { $company } terminó. Vea quién lo tiene y haga que alguien responda hoy.
mail-entry_breached-button = Abrir el caso
mail-question-subject = Su turno: responda a la pregunta del caso { $reference }
mail-question-body = Quien analiza el caso con { $company } le hizo una pregunta. Los dos lados leen la pregunta y su respuesta.
mail-question-button = Leer y responder
mail-question_answered-subject = Su turno: el caso { $reference } vuelve a usted
mail-question_answered-body = La pregunta en el caso con { $company } tuvo respuesta, o el plazo para responder terminó. Su plazo vuelve a correr.
mail-question_answered-button = Abrir el caso
mail-remitted-subject = El caso { $reference } vuelve a la mediación
mail-remitted-body = El caso con { $company } vuelve a la mediación, con otro mediador. Recibirá un aviso cuando alguien acepte.
mail-remitted-button = Abrir el caso
mail-forwarded-subject = El caso { $reference } pasó a otro equipo
mail-forwarded-body = El caso con { $company } subió a otro equipo. La página dice quién lo tiene ahora; usted no necesita hacer nada.
mail-forwarded-button = Ver quién tiene el caso

# Después del acuerdo
mail-obligation_overdue-subject = Plazo vencido en el acuerdo { $reference }
mail-obligation_overdue-body = Una fecha del acuerdo con { $company } pasó sin cumplimiento informado. Quien debe cumple y lo informa en la página; si no, el caso va al área jurídica.
mail-obligation_overdue-button = Ver el acuerdo
mail-breached-subject = El acuerdo { $reference } no se cumplió: vea sus documentos
mail-breached-body = El otro lado no cumplió a tiempo el acuerdo del caso con { $company }. El caso está en el área jurídica, y los documentos para exigirlo ya son suyos. Descárguelos y guárdelos.
mail-breached-button = Descargar los documentos
mail-paper_ready-subject = Documentos listos en el caso { $reference }
mail-paper_ready-body = El acta final y el certificado del caso con { $company } están listos. El certificado no trae nada de lo que ustedes dijeron. Descárguelos cuando quiera.
mail-paper_ready-button = Descargar los documentos
mail-follow_up-subject = ¿Está todo resuelto en el caso { $reference }?
mail-follow_up-body = El acuerdo con { $company } terminó hace unos días. Diga si está todo resuelto y dé una nota de 1 a 5. Si falta algo, el caso se reabre.
mail-follow_up-button = Responder
mail-reopened-subject = El caso { $reference } se reabrió
mail-reopened-body = El caso con { $company } está abierto otra vez, a pedido de quien reclamó. Vea qué falta y responda en la página.
mail-reopened-button = Abrir el caso

# Lo que dice cada recordatorio: qué plazo, hasta cuándo y qué viene después
mail-reminder-invitation = La invitación espera su respuesta hasta { $until }. Sin respuesta, cuenta como rechazada y el caso termina.
mail-reminder-first_reply = El consumidor espera su primera respuesta hasta { $until }. Sin respuesta, el caso pasa a la defensoría.
mail-reminder-room_reply = { $other } esperaba su respuesta hasta { $until }. Escriba en la sala, aunque sea poco.
mail-reminder-proposal_validity = Una propuesta espera su respuesta y vale hasta { $until }. Después ya no se puede aceptar.
mail-reminder-mediator_accepts = Acepte o rechace la designación hasta { $until }. Después el caso pasa a otra persona.
mail-reminder-mediation = El tiempo de la mediación va hasta { $until }. Para seguir después, los dos lados piden más tiempo.
mail-reminder-procedure = Ustedes tienen hasta { $until } para llegar a un acuerdo. Después el caso pasa a la defensoría.
mail-reminder-signatures = Falta su firma en el acuerdo. Lea y firme hasta { $until }; después el caso vuelve a la conversación.
mail-reminder-obligation = Usted tiene algo que cumplir hasta { $until }. Cuando termine, infórmelo en la página del acuerdo.
mail-reminder-confirmation = El otro lado informó que cumplió. Confirme u objete hasta { $until }; sin respuesta, cuenta como cumplido.
mail-reminder-reflection = Su tiempo para pensar va hasta { $until }. Después puede firmar.
mail-reminder-replace_representative = La empresa designa otro representante hasta { $until }. Si no, el caso pasa a otra instancia.
mail-reminder-remitted_mediation = El tiempo de esta nueva mediación va hasta { $until }. Después el caso vuelve al equipo que lo devolvió.
mail-reminder-silent_consumer = Sin una palabra suya hasta { $until }, el caso se cierra por desistimiento. Escriba en la sala para continuar.
mail-reminder-ombudsman_entry = El plazo de la defensoría en este caso va hasta { $until }. Responda, páselo o ciérrelo.
mail-reminder-legal_entry = El plazo del área jurídica en este caso va hasta { $until }. Responda, páselo o ciérrelo.
mail-reminder-follow_up = Diga si está todo resuelto. La pregunta está abierta desde { $until }.
mail-reminder-breach = Lo vencido debe cumplirse hasta { $until }. Después el caso va al área jurídica.
mail-reminder-question = Quien analiza el caso espera su respuesta hasta { $until }. Después se decide sin ella.
mail-reminder-again = Este es el recordatorio número { $nth } sobre el mismo plazo.
mail-reminder-silence = Este fue el último recordatorio. Sin respuesta hasta { $until }, el caso cuenta como desistido y se cierra. Después, este mismo enlace todavía lo reabre.

# La página de los correos enviados, solo en la demostración
mail-page-title = Correos enviados
mail-page-none = Ningún correo todavía.
mail-page-all = Todos
mail-page-intro = Esta instalación no tiene servidor de correo: lo que envía aparece aquí.
