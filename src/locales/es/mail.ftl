# Correos. El asunto dice la acción; nunca trae montos ni detalles del reclamo.

mail-greeting = Hola, { $name }.
mail-footer = Caso { $reference }, con { $company }. Este correo viene de { $host }; nadie lee las respuestas.
mail-footer-plain = Este correo viene de { $host }; nadie lee las respuestas.
mail-link-note = El enlace vale una vez y solo para usted. Si ya no funciona, la página envía uno nuevo a este correo.
mail-ignore = Si no esperaba este correo, ignórelo. Nada ocurre sin usted.
mail-until = Responda hasta { $until }.

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
mail-filed-subject = Su reclamo está registrado: { $reference }
mail-filed-body = Recibimos su reclamo contra { $company } e invitamos a la empresa a resolverlo con usted. Es gratuito, voluntario, y puede salir cuando quiera. No necesita cuenta: este enlace es su entrada.
mail-filed-button = Abrir el caso

# Invitación
mail-invited-subject = Invitación para resolver el caso { $reference }
mail-invited-body = { $other } quiere resolver un caso con usted, con o sin mediador. Es gratuito y voluntario, y lo que digan queda en reserva.
mail-invited-button = Leer la invitación

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

# Propuestas
mail-proposal-subject = Su turno: responda a la propuesta del caso { $reference }
mail-proposal-body = Hay una propuesta nueva que le espera. Léala, acéptela, proponga otra o rechácela.
mail-proposal-button = Ver la propuesta
mail-proposal_answered-subject = Su propuesta tuvo respuesta: { $reference }
mail-proposal_answered-body = La propuesta en el caso con { $company } tuvo respuesta. Vea qué sigue ahora.
mail-proposal_answered-button = Ver la respuesta

# Mediación
mail-mediator_requested-subject = Designe un mediador: { $reference }
mail-mediator_requested-body = Una parte pidió un mediador. Si el sistema no designa a nadie, elija una persona.
mail-mediator_requested-button = Abrir el caso
mail-mediator_assigned-subject = Su turno: acepte o rechace el caso { $reference }
mail-mediator_assigned-body = Usted fue designado como mediador. Declare sus conflictos, acepte o rechace.
mail-mediator_assigned-button = Ver la designación
mail-mediator_accepted-subject = El caso { $reference } tiene mediador
mail-mediator_accepted-body = { $mediator } aceptó mediar el caso con { $company }. Lea lo que declara la mediación y acepte las reglas para escribir.
mail-mediator_accepted-button = Leer y aceptar
mail-summary-subject = Su turno: revise el resumen del caso { $reference }
mail-summary-body = La mediación escribió lo que entendió de usted. Confirme o corrija.
mail-summary-button = Revisar
mail-disclosure-subject = Su turno: un pedido en el caso { $reference }
mail-disclosure-body = La mediación pide su permiso. Solo usted decide; el pedido está en su sala privada.
mail-disclosure-button = Ver el pedido

# Acuerdo
mail-draft-subject = Su turno: lea y firme el acuerdo { $reference }
mail-draft-body = El texto del acuerdo está listo. Léalo con calma, descargue el PDF y firme con su nombre. Nada vale antes de la firma.
mail-draft-button = Leer el acuerdo
mail-agreement_refused-subject = El acuerdo { $reference } volvió a la conversación
mail-agreement_refused-body = El acuerdo no fue firmado por todos. El caso volvió a la fase anterior, y pueden hacer otra propuesta.
mail-agreement_refused-button = Abrir la sala
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
mail-handed_over-subject = El caso { $reference } ahora es suyo
mail-handed_over-body = Un colega le pasó este caso. La nota de traspaso está en el caso.
mail-handed_over-button = Abrir el caso
mail-escalated-subject = El caso { $reference } pasa a otra instancia
mail-escalated-body = La conversación terminó sin acuerdo. La página dice quién tiene el caso y hasta cuándo.
mail-escalated-button = Ver quién tiene el caso
mail-closed-subject = El caso { $reference } está cerrado
mail-closed-body = El caso con { $company } terminó. Puede descargar el acta final y todo lo que puede leer.
mail-closed-button = Ver el acta final
mail-moved-subject = Novedad en el caso { $reference }
mail-moved-body = El caso con { $company } cambió de fase. La página dice de quién es el turno.
mail-moved-button = Abrir el caso

# La página de los correos enviados, solo en la demostración
mail-page-title = Correos enviados
mail-page-none = Ningún correo todavía.
mail-page-all = Todos
mail-page-intro = Esta instalación no tiene servidor de correo: lo que envía aparece aquí.
