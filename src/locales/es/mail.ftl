# Correos. El asunto dice la acción; nunca trae montos ni detalles del reclamo.

mail-greeting = Hola, { $name }.
mail-about-consumer = con la empresa { $company }
mail-about-company = de { $consumer } ({ $matter })
mail-about-operator = entre { $consumer } y { $company }
mail-footer = Caso { $case }. Este correo viene de { $host }; nadie lee las respuestas.
mail-footer-plain = Este correo viene de { $host }; nadie lee las respuestas.
mail-link-note = El enlace vale una vez, durante un día, y solo para usted. Si ya no funciona, la página envía uno nuevo a este correo.
mail-ignore = Si no esperaba este correo, ignórelo. Nada ocurre sin usted.
mail-until = Tiene hasta el { $until } para responder.
mail-by = El plazo va hasta el { $until }.

# Enlace para entrar
mail-link-subject = Su enlace para ingresar
mail-link-body = Usted pidió un enlace para ingresar. Abra la página y confirme.
mail-link-button = Ingresar

# Enlace para elegir una contraseña nueva
mail-reset-subject = Elija una contraseña nueva
mail-reset-body = Alguien pidió una contraseña nueva para este correo. Abra la página y elíjala. En los demás dispositivos se cerrará su sesión.
mail-reset-button = Elegir una contraseña
mail-reset-note = { $hours ->
    [one] El enlace sirve una vez, por { $hours } hora, y solo para usted.
   *[other] El enlace sirve una vez, por { $hours } horas, y solo para usted.
}
mail-reset-ignore = Si no fue usted, ignore este correo: nada cambia.

# La contraseña fue cambiada
mail-password-subject = Su contraseña fue cambiada
mail-password-body = Su cuenta tiene una contraseña nueva, y se cerró la sesión en los demás dispositivos.
mail-password-not-you = Si no fue usted, elija otra ahora y avise al centro de mediación: nadie lee las respuestas a este correo.

# Enlace nuevo para un caso
mail-case-link-subject = Su enlace para el caso { $case }
mail-case-link-body = Aquí tiene un enlace nuevo para su caso { $about }.
mail-case-link-button = Abrir el caso

# Código de firma
mail-code-subject = Código para firmar el acuerdo { $case }
mail-code-body = Su código para firmar es { $code }. Vale 10 minutos, una vez y solo para este documento. Nunca le pediremos este código por teléfono.

# Reclamo que espera la confirmación de quien lo presentó
mail-draft-subject = Confirme su reclamo { $case }
mail-draft-body = Con este correo se presentó un reclamo sobre la empresa { $company }. Abra la página, revise lo escrito y confirme. Si algo está mal, corríjalo o descártelo ahí mismo.
mail-draft-until = Se puede confirmar hasta { $until }. Antes de eso la empresa no recibe nada; sin confirmación, el reclamo se descarta.
mail-draft-button = Revisar y confirmar
mail-draft-not-you = Si no fue usted quien reclamó, no confirme: no se avisa a nadie.

# Reclamo registrado, para el consumidor
mail-case_filed_link-subject = Su reclamo está registrado: { $case }
mail-case_filed_link-body = Recibimos su reclamo sobre la empresa { $company } e invitamos a la empresa a resolverlo con usted. Para usted es gratis. Es voluntario: puede salir cuando quiera. No necesita cuenta: este enlace es su entrada.
mail-case_filed_link-button = Abrir el caso
mail-case_filed_waiting-subject = Recibimos su reclamo: { $case }
mail-case_filed_waiting-body = Recibimos su reclamo sobre la empresa { $company }. Primero la coordinación revisa si el caso corresponde aquí; después se invita a la empresa, y usted recibe un aviso. Para usted es gratis. Es voluntario: puede salir cuando quiera. No necesita cuenta: este enlace es su entrada.
mail-case_filed_waiting-button = Abrir el caso
mail-admitted-subject = El caso { $case } fue admitido
mail-admitted-body = La coordinación admitió el caso { $about }, y se invitó al otro lado. Las fechas están en la página del caso. Usted no necesita hacer nada ahora.
mail-admitted-button = Abrir el caso

# Invitación
mail-payer-company = Quien paga la mediación es la empresa; para la parte consumidora no tiene costo.
mail-payer-operator = Quien paga la mediación es el centro de mediación; no tiene costo para ninguna de las partes.
mail-invitation-subject = Invitación para resolver el caso { $case }
mail-invitation-body = { $other } quiere resolver un caso con usted, directamente o con mediación. Participar es voluntario, y la mediación es confidencial. El asunto está en la página de la invitación; el primer encuentro es en la sala en línea del caso, desde ahora. { $payer }
mail-invitation-button = Leer la invitación

# La invitación tuvo respuesta
mail-invitation_accepted-subject = El caso { $case } comenzó
mail-invitation_accepted-body = { $other } aceptó conversar. Abra la sala para escribir o leer la respuesta.
mail-invitation_accepted-button = Abrir la sala
mail-invitation_refused-subject = Invitación rechazada en el caso { $case }
mail-invitation_refused-body = { $other } no aceptó la invitación. Ya puede descargarse una constancia del rechazo. La página muestra los otros caminos y hasta cuándo la invitación todavía puede aceptarse.
mail-invitation_refused-button = Ver los caminos
mail-invitation_undelivered-subject = La invitación del caso { $case } no llegó a nadie
mail-invitation_undelivered-body = Ningún servidor de correo recibió la invitación del caso { $about }. Averigüe la dirección correcta y cámbiela; hasta entonces la otra parte no sabe del caso.
mail-invitation_undelivered-button = Abrir el caso

# Conversación
mail-message-subject = Nuevo mensaje en el caso { $case }
mail-message-body = Hay un mensaje nuevo para usted en el caso { $about }. El texto queda en la sala.
mail-message-button = Leer en la sala
mail-private-subject = Su turno: algo le espera en el caso { $case }
mail-private-body = Hay algo nuevo en su conversación reservada del caso { $about }. El correo no dice qué; solo usted y quien media lo leen.
mail-private-button = Abrir la conversación reservada

# Propuestas
mail-proposal-subject = Su turno: responda a la propuesta del caso { $case }
mail-proposal-body = Hay una propuesta nueva que le espera en el caso { $about }. Léala, acéptela, proponga otra o rechácela.
mail-proposal-button = Ver la propuesta
mail-proposal_accepted-subject = Propuesta aceptada en el caso { $case }
mail-proposal_accepted-body = Los dos lados están de acuerdo en el caso { $about }. Ahora se redacta el acuerdo para que lo lean y lo firmen.
mail-proposal_accepted-button = Ver el acuerdo
mail-proposal_declined-subject = Su turno: la propuesta del caso { $case } fue rechazada
mail-proposal_declined-body = La propuesta en el caso { $about } no fue aceptada. Vea la respuesta y proponga otra.
mail-proposal_declined-button = Ver la respuesta
mail-proposal_not_agreed-subject = Sin acuerdo sobre lo propuesto en el caso { $case }
mail-proposal_not_agreed-body = { $author } en el caso { $about } no tuvo el acuerdo de los dos lados. A nadie se le dice quién respondió qué. El caso continúa.
mail-proposal_not_agreed-button = Abrir la sala
mail-not_agreed-mediator = La propuesta de quien media
mail-not_agreed-company_ombudsman = La recomendación del defensor del cliente de la empresa
mail-not_agreed-company_legal = La recomendación del área jurídica de la empresa
mail-not_agreed-operator_ombudsman = La recomendación del ombudsman independiente
mail-not_agreed-operator_legal = La recomendación del área jurídica de la plataforma
mail-identify-subject = Su turno: indique su nombre completo en el caso { $case }
mail-identify-body = Para redactar el acuerdo del caso { $about } faltan su nombre completo y el número de su documento.
mail-identify-button = Indicar
mail-legal_identity_missing-subject = Falta la identificación legal de la empresa en el caso { $case }
mail-legal_identity_missing-body = El acuerdo del caso { $case } espera la identificación legal de la empresa { $company }: razón social, número de registro y domicilio. La gestión de la empresa informa los datos y el centro de mediación los verifica. Esos datos no se escriben en el caso.
mail-legal_identity_missing-button = Abrir el caso

# Mediación
mail-mediator_requested-subject = Se pidió mediación en el caso { $case }
mail-mediator_requested-body = { $other } pidió mediación. Recibirá un aviso cuando alguien acepte mediar.
mail-mediator_requested-button = Abrir el caso
mail-mediator_assigned-subject = Su turno: acepte o rechace mediar el caso { $case }
mail-mediator_assigned-body = Le propusieron para mediar el caso { $about }. Declare si tiene conflicto de intereses y acepte o rechace.
mail-mediator_assigned-button = Ver la propuesta
mail-assignment_ended-subject = El caso { $case } ya no le necesita
mail-assignment_ended-body = Le propusieron para mediar el caso { $case }. El caso tomó otro camino antes de su respuesta, y no hay nada que hacer.
mail-assignment_ended-button = Ver mis casos
mail-mediation_started-subject = { $mediator } va a mediar el caso { $case }
mail-mediation_started-body = { $mediator } aceptó mediar el caso { $about }. Lea lo que declara { $mediator } y acepte los términos de la mediación para escribir.
mail-mediation_started-button = Leer y aceptar
mail-mediation_ended-subject = La mediación del caso { $case } terminó
mail-mediation_ended-body = La mediación del caso { $case } terminó, y con ella su participación. No hay nada que hacer, y lo que le contaron sigue siendo confidencial.
mail-mediation_ended-button = Ver mis casos

# Acuerdo
mail-draft_ready-subject = Su turno: lea y firme el acuerdo { $case }
mail-draft_ready-body = El texto del acuerdo del caso { $about } está listo. Léalo con calma, descargue el PDF y firme con su nombre. El acuerdo solo vale con todas las firmas.
mail-draft_ready-button = Leer el acuerdo
mail-signed-subject = Su turno: falta su firma en el acuerdo { $case }
mail-signed-body = Otra persona ya firmó. Lea y firme, o diga qué está mal.
mail-signed-button = Leer y firmar
mail-agreement_returned-subject = El acuerdo { $case } volvió a la conversación
mail-agreement_returned-body = El acuerdo del caso { $about } no se cerró: { $why }. El caso volvió a la fase anterior, y pueden hacer otra propuesta.
mail-agreement_returned-button = Abrir la sala
mail-returned-refused-consumer = la parte consumidora se negó a firmar
mail-returned-refused-company = la empresa se negó a firmar
mail-returned-refused-mediator = quien media se negó a firmar
mail-returned-unsigned = faltaban firmas cuando terminó el plazo
mail-returned-mediator = ambos lados firmaron, y quien media no firmó a tiempo
mail-returned-undrafted = no se pudo redactar a tiempo
mail-returned-other = no se firmó
mail-concluded-subject = Acuerdo con todas las firmas: { $case }
mail-concluded-body = El acuerdo del caso { $about } tiene todas las firmas. Descargue el documento final y vea las fechas de lo acordado.
mail-concluded-button = Descargar el acuerdo
# Below: signed checkpoints of the record.
mail-checkpoints = Guarde este correo. Las líneas de abajo, que también van adjuntas, son la firma digital de esta plataforma sobre el registro del caso hasta aquí: con ellas cualquiera puede comprobar después si se cambió algo de lo que ya estaba escrito.

# Cumplimiento
mail-obligation_reported-subject = Su turno: confirme el cumplimiento en el caso { $case }
mail-obligation_reported-body = { $other } informó que cumplió lo acordado, o una parte. Diga si todo está bien.
mail-obligation_reported-button = Confirmar
mail-obligation_confirmed-subject = Cumplimiento confirmado en el caso { $case }
mail-obligation_confirmed-body = { $other } confirmó que lo recibió. La confirmación vale como recibo; vea en la página lo que falta, si falta algo.
mail-obligation_confirmed-button = Ver el caso
mail-obligation_released-subject = Condonación registrada en el caso { $case }
mail-obligation_released-body = { $other } condonó lo que usted todavía debía, o una parte. Vea en la página cuánto falta, si falta algo.
mail-obligation_released-button = Ver el acuerdo
mail-obligation_disputed-subject = Su turno: el cumplimiento en el caso { $case } fue objetado
mail-obligation_disputed-body = { $other } dice que todavía falta algo. Lea y responda.
mail-obligation_disputed-button = Leer y responder

# Traspaso y fin
mail-seat_given-subject = El caso { $case } ahora es suyo
mail-seat_given-body = Alguien de su equipo le pasó el caso { $about }. La nota de traspaso está en el caso.
mail-seat_given-button = Abrir el caso
mail-escalated-subject = El caso { $case } ahora está con: { $queue }
mail-escalated-body = Quien revisa ahora el caso { $about }: { $queue }. La página dice hasta cuándo.
mail-escalated-button = Ver quién tiene el caso
mail-queued-subject = Un caso llegó a su cola: { $case }
mail-queued-body = El caso { $about } espera a alguien de su equipo. La página dice hasta cuándo.
mail-queued-button = Abrir el caso
mail-closed-subject = El caso { $case } está cerrado
mail-closed-body = El caso { $about } terminó. Usted todavía puede leer lo que ya leía y descargar los documentos.
mail-closed-button = Ver el caso
mail-moved = Motivo: { $why }.
mail-final-term = La mediación terminó: { $why }. Su acta final está en la página del caso.
mail-terms-consumer = Quien no los aceptó fue la parte consumidora. La mediación no llegó a comenzar.
mail-terms-company = Quien no los aceptó fue la empresa. La mediación no llegó a comenzar.
mail-terms-both = Ningún lado los aceptó. La mediación no llegó a comenzar.
mail-ended-closed_fulfilled = Se confirmó que todo lo acordado se hizo.
mail-ended-closed_settled_unconfirmed = Se informó que lo acordado se hizo, y nadie lo confirmó ni lo objetó dentro del plazo.
mail-ended-closed_released = La parte a la que aún se le debía algo lo condonó.
mail-ended-closed_enforced_elsewhere = El acuerdo sigue en pie; lo que aún se debe se reclama fuera de esta plataforma.
mail-ended-closed_no_agreement = Terminó sin acuerdo.
mail-ended-closed_refused = La invitación fue rechazada.
mail-ended-closed_withdrawn = El reclamo fue retirado.
mail-ended-closed_abandoned = Una respuesta que se esperaba no llegó, a pesar de los recordatorios.
mail-ended-closed_final_answer = Terminó con la respuesta final del equipo que lo revisó.
mail-ended-closed_referred_to_court = Terminó con la indicación de acudir a la Justicia.
mail-ended-not_admitted = Esta plataforma no admitió el caso.
mail-ended-lapsed = La invitación no se respondió dentro del plazo, lo que vale como rechazo.
mail-ended-closed_misdirected = La invitación había llegado a otra persona.
mail-ended-closed_called_back = La empresa retiró la invitación antes de la respuesta.
mail-way-reopen = Si el problema sigue, la página del caso le permite reabrirlo.
mail-way-escalate = En la página del caso puede pedir que el ombudsman independiente lo revise.
mail-way-accept = Si cambia de opinión, todavía puede aceptar la invitación en la página del caso.

# Quién habla por la empresa
mail-seat_lost-subject = Usted ya no participa en el caso { $case }
mail-seat_lost-body = Su participación en el caso { $about } terminó. Usted ya no lee ni escribe en él, y no necesita hacer nada. Si tiene dudas, hable con la gestión de su equipo.
mail-seat_lost-button = Ver mis casos
mail-representative_awaited-subject = El caso { $case } espera representante de la empresa
mail-representative_awaited-body = Nadie representa ahora a la empresa { $company } en este caso. La empresa debe designar a otra persona; si no, el caso pasa al ombudsman.
mail-representative_awaited-button = Abrir el caso

# Plazos y recordatorios
mail-deadline_reminder-subject = Recordatorio: hay un plazo en el caso { $case }
mail-deadline_reminder-body = Este es un recordatorio sobre el caso { $about }.
mail-deadline_reminder-button = Abrir el caso
mail-reply_overdue-subject = Sin respuesta en el caso { $case }
mail-reply_overdue-body = En el caso { $about }, la respuesta que se espera no llegó, aunque se recordó. Vea de quién es el turno y hable con ese lado.
mail-reply_overdue-button = Ver de quién es el turno
mail-signature_overdue-subject = Falta la firma de quien media en el acuerdo { $case }
mail-signature_overdue-body = En el caso { $about }, ambos lados ya firmaron el acuerdo, y quien media no. Hable con esa persona o ponga a otra en su lugar en la página del caso, antes de que termine el plazo de las firmas.
mail-signature_overdue-button = Abrir el caso
mail-reply_late-subject = Todavía sin respuesta en el caso { $case }
mail-reply_late-body = En el caso { $about }, la respuesta del otro lado no llegó a tiempo. Se lo recordamos a ese lado y avisamos a quien lleva el caso.
mail-reply_late-button = Ver el caso
mail-mediator_late-subject = La mediación del caso { $case } está atrasada
mail-mediator_late-body = En el caso { $about }, quien media no respondió a tiempo. Ya le enviamos un recordatorio.
mail-mediator_late-button = Ver el caso
mail-signature_late-subject = Falta solo la firma de quien media en el acuerdo { $case }
mail-signature_late-body = En el caso { $about }, ambos lados ya firmaron; falta la firma de quien media. Se lo recordamos y avisamos a la coordinación, que puede poner a otra persona en su lugar. Usted no necesita hacer nada.
mail-signature_late-button = Ver el acuerdo
mail-mediator_missing-subject = Nadie libre para mediar el caso { $case }
mail-mediator_missing-body = El caso { $about } espera a una persona que medie, y nadie sin conflicto está libre. Designe a alguien en la página del caso o registre a una persona más. Le avisamos cada día hábil hasta entonces.
mail-mediator_missing-button = Designar a quien medie
mail-mediator_awaited-subject = Aún buscamos a quien medie el caso { $case }
mail-mediator_awaited-body = Por ahora nadie está libre para mediar el caso { $about }. La coordinación recibe un aviso cada día hábil hasta designar a alguien. Usted no tiene que hacer nada.
mail-mediator_awaited-button = Ver el caso
mail-mediator_replaced-subject = Otra persona mediará el caso { $case }
mail-mediator_replaced-body = La coordinación pasó el caso { $about } a otra persona. Lo que usted dijo en privado a quien mediaba antes no pasa a quien viene ahora, salvo que usted lo permita.
mail-mediator_replaced-button = Ver el caso
mail-signer_replaced-subject = Quien mediaba el caso { $case } ya no está en él
mail-signer_replaced-body = La coordinación retiró del caso { $about } a quien lo mediaba. Las palabras del acuerdo siguen siendo las mismas; si hay que redactarlo de nuevo, usted recibirá un aviso para leer y firmar. Lo que usted dijo en privado a esa persona no pasa a quien venga, salvo que usted lo permita.
mail-signer_replaced-button = Ver el acuerdo
mail-to_admit-subject = El caso { $case } espera su admisión
mail-to_admit-body = Llegó el caso { $about }. Admítalo o rechácelo: hasta entonces no se invita a nadie de la empresa.
mail-to_admit-button = Admitir o rechazar
mail-extension_asked-subject = Su turno: pedido de más tiempo en el caso { $case }
mail-extension_asked-body = { $other } pidió más tiempo para la mediación. Los dos lados deben pedir lo mismo: si está de acuerdo, pida el mismo número de días. Si no, el plazo no cambia.
mail-extension_asked-button = Ver el pedido
mail-extended-subject = La mediación del caso { $case } tiene más tiempo
mail-extended-body = Los dos lados acordaron más tiempo para la mediación del caso { $about }. La conversación continúa.
mail-extended-button = Abrir el caso

# Otra instancia
mail-entry_breached-subject = Plazo vencido en la cola: caso { $case }
mail-entry_breached-body = El plazo de atención del caso { $about } terminó. Vea quién lo tiene y haga que alguien responda hoy.
mail-entry_breached-button = Abrir el caso
mail-entry_late-subject = El caso { $case } está atrasado
mail-entry_late-body = El plazo de atención del caso { $about } terminó sin respuesta de quien lo tiene: { $queue }. Avisamos a la gerencia de la empresa y a la coordinación. En la página del caso, la parte consumidora ya puede pedir que pase al siguiente equipo; si nadie actúa, pasa sin que lo pida.
mail-entry_late-button = Ver el caso
mail-entry_late_house-subject = El caso { $case } está atrasado
mail-entry_late_house-body = El plazo de atención del caso { $about } terminó. Quién lo tiene: { $queue }. Avisamos a la coordinación, que recibe un recordatorio cada día hábil hasta que alguien responda. Usted no necesita hacer nada.
mail-entry_late_house-button = Ver el caso
mail-question-subject = Su turno: responda a la pregunta del caso { $case }
mail-question-body = Quien revisa el caso { $about } le hizo una pregunta. Los dos lados leen la pregunta y su respuesta.
mail-question-button = Leer y responder
mail-question_answered-subject = Su turno: el caso { $case } vuelve a usted
mail-question_answered-body = La pregunta en el caso { $about } tuvo respuesta, o el plazo para responder terminó. Su plazo vuelve a correr.
mail-question_answered-button = Abrir el caso
mail-remitted-subject = El caso { $case } vuelve a la mediación
mail-remitted-body = El caso { $about } vuelve a la mediación, a cargo de otra persona. Recibirá un aviso cuando alguien acepte.
mail-remitted-button = Abrir el caso
mail-forwarded-subject = El caso { $case } ahora está con: { $queue }
mail-forwarded-body = Quien revisa ahora el caso { $about }: { $queue }. Usted no necesita hacer nada.
mail-forwarded-button = Ver quién tiene el caso
mail-final_answer-subject = La empresa dio su respuesta final en el caso { $case }
mail-final_answer-body = El equipo de la empresa dio su respuesta final en el caso { $about }. Quien revisa ahora el caso: { $queue }. Usted no necesita hacer nada.
mail-final_answer-button = Leer las razones
mail-passed_on_late-subject = El caso { $case } ahora está con: { $queue }
mail-passed_on_late-body = El equipo de la empresa no respondió a tiempo en el caso { $about }. Quien revisa ahora el caso: { $queue }. Usted no necesita hacer nada.
mail-passed_on_late-button = Ver quién tiene el caso
mail-reasons = Las razones están en la página del caso.

# Después del acuerdo
mail-obligation_overdue-subject = Plazo vencido en el acuerdo { $case }
mail-obligation_overdue-body = Una fecha del acuerdo del caso { $about } venció y todavía falta cumplir algo. Quien debe tiene que cumplir e informarlo en la página; si no, el caso pasa al área jurídica.
mail-obligation_overdue-button = Ver el acuerdo
mail-obligation-which = Punto { $number } del acuerdo: { $what }.
mail-breached-subject = El acuerdo { $case } no se cumplió: vea sus documentos
mail-breached-body = El otro lado no cumplió a tiempo el acuerdo del caso { $about }. El caso está en el área jurídica, y el expediente de ejecución es suyo. Descárguelo y guárdelo.
mail-breached-button = Descargar los documentos
mail-paper_ready-subject = Documentos listos en el caso { $case }
mail-paper_ready-body = Los documentos del caso { $about } están listos: la constancia y, de una mediación que terminó sin acuerdo, el acta final. No contienen nada de lo que se dijo. Descárguelos cuando quiera.
mail-paper_ready-button = Descargar los documentos
mail-follow_up-subject = ¿Está todo resuelto en el caso { $case }?
mail-follow_up-body = El caso { $about } terminó hace unos días. Diga si está todo resuelto y dé una nota de 1 a 5. Si falta algo, el caso se reabre.
mail-follow_up-button = Responder
mail-reopened-subject = El caso { $case } se reabrió
mail-reopened-body = El caso { $about } está abierto otra vez. Vea qué falta y responda en la página.
mail-reopened-button = Abrir el caso

# Lo que dice cada recordatorio: qué plazo, hasta cuándo y qué viene después
mail-reminder-invitation = La invitación espera su respuesta hasta el { $until }. Sin respuesta, cuenta como rechazada.
mail-reminder-first_reply = { $other } espera su primera respuesta hasta el { $until }. Sin respuesta, el caso pasa al ombudsman.
mail-reminder-room_reply = { $other } esperaba su respuesta hasta el { $until }. Escriba en la sala, aunque sea poco.
mail-reminder-proposal_validity = Una propuesta espera su respuesta y vale hasta el { $until }. Después ya no se puede aceptar.
mail-reminder-mediator_accepts = Tiene hasta el { $until } para aceptar o rechazar la mediación. Después se propone a otra persona.
mail-reminder-mediation = El tiempo de la mediación va hasta el { $until }. Para seguir después, los dos lados deben pedir más tiempo.
mail-reminder-procedure = Ustedes tienen hasta el { $until } para llegar a un acuerdo. Después el caso pasa al ombudsman.
mail-reminder-signatures = Falta su firma en el acuerdo. Tiene hasta el { $until } para leerlo y firmarlo; después el caso vuelve a la conversación.
mail-reminder-obligation = Tiene hasta el { $until } para cumplir algo. Cuando lo haya hecho, infórmelo en la página del acuerdo.
mail-reminder-confirmation = El otro lado informó que cumplió. Tiene hasta el { $until } para confirmar u objetar; sin respuesta, cuenta como cumplido.
mail-reminder-reflection = Tiene tiempo para pensar hasta el { $until }. Después puede firmar.
mail-reminder-replace_representative = La empresa tiene hasta el { $until } para designar a otra persona. Si no lo hace, el caso pasa al ombudsman.
mail-reminder-remitted_mediation = El tiempo de esta nueva mediación va hasta el { $until }. Después el caso vuelve al equipo que lo devolvió.
mail-reminder-silent_consumer = Sin una palabra suya hasta el { $until }, el caso se cierra por falta de respuesta. Escriba en la sala para continuar.
mail-reminder-ombudsman_entry = El plazo del ombudsman en este caso va hasta el { $until }. Responda, envíelo a otro equipo o ciérrelo.
mail-reminder-legal_entry = El plazo del área jurídica en este caso va hasta el { $until }. Responda, envíelo a otro equipo o ciérrelo.
mail-reminder-follow_up = Diga si está todo resuelto. La pregunta está abierta desde el { $until }.
mail-reminder-breach = Lo vencido debe cumplirse a más tardar el { $until }. Después el caso pasa al área jurídica.
mail-reminder-question = Quien revisa el caso espera su respuesta hasta el { $until }. Después se decide sin ella.
mail-reminder-room_reply-mediated = { $mediator } esperaba su respuesta hasta el { $until }. Escriba en la sala, aunque sea poco.
mail-reminder-room_reply-mediator = El caso esperaba su respuesta hasta el { $until }. Vea la sala y las conversaciones reservadas.
mail-reminder-ground_rules = Los términos de la mediación esperan su aceptación. Si no llega hasta el { $until }, la mediación termina.
mail-reminder-mediator_missing = El caso espera a quien medie; el próximo aviso llega el { $until }.
mail-reminder-admission = Tiene hasta el { $until } para admitir o rechazar el reclamo.
mail-reminder-entry_overdue = La atención del caso está atrasada; el próximo aviso llega el { $until }.
mail-reminder-again = Este es el recordatorio número { $nth } sobre el mismo plazo.
mail-reminder-silence = Este fue el último recordatorio. Sin respuesta hasta el { $until }, el caso se da por abandonado y se cierra. Después, todavía se puede reabrir en su página.

# La página de los correos enviados, solo en la demostración
mail-page-title = Correos enviados
mail-page-none = Ningún correo todavía.
mail-page-all = Todos
mail-page-intro = Esta instalación no tiene servidor de correo: lo que envía aparece aquí.

# Invitación de una empresa
mail-invited-subject = { $company } le invita a resolver el caso { $reference }
mail-invited-about = La empresa { $company } le invita a resolver con ella, por escrito, un problema con una compra o un servicio suyo. El caso es el { $reference }.
mail-invited-voluntary = Participar es voluntario y, para usted, gratuito. Puede salir cuando quiera.
mail-invited-meeting = La primera conversación es por internet, en la sala de este caso, abierta desde el { $day }. Entre cuando pueda.
mail-invited-proof = Antes de mostrar lo que la empresa contó, la página pide un dato que ella tiene de usted y que no está en este correo.
mail-invited-refusing = Sin respuesta hasta entonces, la invitación cuenta como rechazada. Rechazar no le quita ningún derecho.
mail-invited-not-you = ¿No se trata de usted? Abra el enlace y elija “No soy yo”. La empresa solo sabrá que la dirección era incorrecta.

# La invitación llegó a otra persona
mail-invitation_misdirected-subject = La invitación del caso { $case } fue a una dirección incorrecta
mail-invitation_misdirected-body = Quien recibió la invitación de { $other } avisó que no es esa persona. No hubo rechazo. Para invitar de nuevo, revise la dirección y abra otro caso.
mail-invitation_misdirected-button = Ver el caso
mail-invitation_called_back-subject = La invitación del caso { $case } fue retirada
mail-invitation_called_back-body = { $other } retiró la invitación que había enviado. Usted no necesita hacer nada, y nada de lo que la ley le garantiza cambia.
mail-invitation_called_back-button = Ver el caso

# Otra dirección
mail-address-subject = Confirme que este correo es suyo
mail-address-body = Usted pidió recibir los avisos en esta dirección. Abra la página y confirme: la dirección anterior dejará de usarse.
mail-address-button = Confirmar este correo
mail-farewell-subject = Su correo fue reemplazado
mail-farewell-body = Desde ahora, los mensajes sobre sus casos van a otra dirección, como lo pidió alguien que ingresó con un enlace de este buzón. Los enlaces de los mensajes anteriores ya no funcionan.
mail-farewell-not-you = Si no fue usted, avise cuanto antes al centro de mediación por otro medio: nadie lee las respuestas a este correo.

mail-test-subject = Un correo de prueba
mail-test-body = Este correo muestra que el envío de mensajes funciona. No tiene que hacer nada.
