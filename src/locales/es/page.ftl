### Texts of the public pages.

## Landing
home-title = Resuelva un problema con una empresa, por escrito
home-lead = Cuente qué pasó. Ustedes conversan, intercambian propuestas y pueden pedir una mediación imparcial. El acuerdo se firma aquí.
home-complain = Presentar un reclamo
home-enter = Ya tengo un caso
home-my-cases = Ver mis casos
home-free-title = Es gratis para usted
home-free = Sin cuenta y sin contraseña: usted entra con un enlace en su correo.
home-leave-title = Puede salir cuando quiera
home-leave = Nada aquí le quita el derecho de acudir a otros organismos o a la Justicia.
home-private-title = Lo reservado queda reservado
home-private = Lo que usted dice solo a quien media, la empresa no lo ve.
home-proof-title = El acuerdo vale como contrato
home-proof = Hecho en mediación, puede exigirse directamente ante la Justicia. Cualquier persona puede comprobar que nada cambió.
home-steps-title = Cómo funciona
home-step-1 = Usted cuenta qué pasó y qué pide.
home-step-2 = La empresa es invitada y responde.
home-step-3 = Intercambian propuestas. Cualquier lado puede pedir mediación.
home-step-4 = El acuerdo se redacta, y cada parte lo lee y lo firma.
home-step-5 = Hacemos el seguimiento hasta que todo se cumpla.
home-team-title = Empresas, mediación y equipo
home-team = Ingrese con su correo y su contraseña para ver sus casos.
home-team-enter = Ingresar con contraseña
home-free-software = acordo es software libre (AGPL-3.0).
home-source = Código fuente
home-licences = Licencias
home-verify-title = ¿Recibió un acuerdo?
home-verify = Compruebe si el archivo es auténtico y está completo.
home-verify-go = Comprobar un acuerdo

## Sign in
sign-in-title = Ingresar
sign-in-link-title = Recibir un enlace por correo
sign-in-link-hint = Para quien tiene un caso con una empresa. Use el mismo correo de antes.
sign-in-link-send = Enviar el enlace
sign-in-link-sent = Si este correo tiene un caso aquí, el enlace llega en unos minutos. Revise también la carpeta de spam.
sign-in-team-title = Ingresar con contraseña
sign-in-team-hint = Para empresas, mediación y equipo.
sign-in-forgotten = ¿Olvidó su contraseña?
sign-in-go = Ingresar
sign-in-password-missing = Escriba su contraseña

## Link from a mail
link-title = Entrar en su caso
link-open-lead = Este enlace es solo suyo. Al continuar, usted entra sin contraseña en este dispositivo.
link-case = Caso
link-company = Empresa
link-continue = Continuar
link-used-title = Este enlace ya se usó
link-expired-title = Este enlace venció
link-renew-lead = Por seguridad, cada enlace sirve una vez. Podemos enviar uno nuevo al mismo correo.
link-renew = Enviar un enlace nuevo
link-sent-title = Revise su correo
link-sent = El enlace nuevo llega en unos minutos. Revise también la carpeta de spam.
link-unknown-title = No conocemos este enlace
link-unknown = Copie la dirección completa del correo, o pida un enlace nuevo.
link-ask = Pedir un enlace nuevo
link-already = Usted ya entró.
link-go-cases = Ver mis casos

## Complaint
complain-title = Presentar un reclamo
complain-lead = Lleva unos 5 minutos. Lo que escribe queda guardado en este dispositivo hasta enviarlo.
complain-draft = Seguimos donde lo dejó.
complain-draft-forget = Empezar de nuevo
complain-part-company = Con quién es el problema
complain-part-story = Qué pasó
complain-part-wish = Qué pide usted
complain-part-you = Sobre usted
complain-part-rules = Reglas
complain-company = Empresa
complain-company-hint = Escriba el nombre y elija en la lista.
complain-company-none = Ninguna empresa con este nombre participa.
complain-company-found = { $count ->
    [one] 1 empresa en la lista
   *[other] { $count } empresas en la lista
}
complain-company-change = Cambiar
complain-company-fault = Elija la empresa en la lista
complain-product = Producto o servicio
complain-product-hint = Por ejemplo: refrigerador, plan de internet.
complain-product-fault = Diga cuál es el producto o servicio
complain-order = Número de pedido o contrato
complain-story = Cuente qué pasó
complain-story-hint = Hechos y fechas, a su modo. No hacen falta términos jurídicos.
complain-story-fault = Cuente qué pasó
complain-date = Cuándo pasó
complain-date-fault = La fecha no puede ser futura
complain-protocols = Números de reclamo o atención
complain-protocols-hint = Si ya habló con la empresa. Separe con comas.
complain-remedy = ¿Qué lo resolvería para usted?
complain-remedy-fault = Elija qué pide
complain-remedy-words = ¿Quiere explicar su pedido?
complain-amount = Monto en disputa
complain-amount-hint = Cuánto pagó o perdió.
complain-currency = Moneda
complain-name = Nombre completo
complain-name-hint = Como está en su documento.
complain-email-hint = El enlace para confirmar el reclamo y seguir el caso llega aquí. La empresa no ve este correo.
complain-identifier = Documento de identidad
complain-identifier-hint = Solo hace falta para firmar un acuerdo. Puede darlo después.
complain-language = Idioma de la conversación
complain-access = ¿Necesita algo para participar bien?
complain-access-hint = Por ejemplo: lector de pantalla, más tiempo, intérprete.
complain-send = Enviar el reclamo
complain-next = Primero le enviamos un enlace por correo. La empresa recibe el reclamo recién cuando usted lo confirma.
complain-sent-title = Revise su correo
complain-sent = Enviamos un enlace a { $email }. El reclamo sigue su curso cuando usted abra el enlace y lo confirme, hasta { $until }.
complain-sent-reference = Número de su caso
complain-sent-next = Qué pasa ahora
complain-sent-1 = Después, en cuanto se admite el caso, la empresa recibe la invitación y tiene un plazo para la primera respuesta; sin ella, el caso pasa al ombudsman. Las fechas están en la página del caso.
complain-sent-2 = Cuando la empresa responda, usted recibe un correo.
complain-sent-3 = El silencio de la empresa nunca cuenta en su contra.
complain-sent-spam = ¿No llegó? Revise la carpeta de spam.
complain-sent-again = Enviar el enlace de nuevo
complain-sent-again-done = Lo enviamos de nuevo.
complain-sent-mailbox = Abrir el buzón de la demostración
complain-sent-waiting = El reclamo { $reference } también espera confirmación
complain-sent-begun = Seguir con el otro reclamo empezado en este dispositivo
complain-sent-another = Presentar otro reclamo
complain-sent-back = El reclamo { $reference } espera su confirmación: ver
complain-sent-0 = Usted abre el enlace, revisa y confirma. Antes de eso la empresa no recibe nada; sin confirmación, el reclamo se descarta.
complain-correct = Corregir
complain-correct-title = Corregir el reclamo
complain-correct-lead = Todavía no se confirmó y la empresa no recibió nada. Si cambia el correo, el enlace va al nuevo.
complain-correct-send = Guardar la corrección
complain-correct-back = Volver sin corregir
complain-drop = Descartar el reclamo
complain-drop-title = ¿Descartar el reclamo?
complain-drop-lead = Lo que usted escribió se borra. La empresa no recibió nada ni sabrá de él.
complain-drop-keep = No descartar
confirm-title = Revise y confirme su reclamo
confirm-lead = La empresa { $company } todavía no recibió nada. Cuando usted confirme, recibe una invitación a conversar y lo que está abajo, menos su correo. Puede confirmar hasta { $until }.
confirm-cpf = El CPF lo recibe solo si acepta la invitación.
confirm-unsure = No llegó respuesta. Todavía no sabemos si llegó la confirmación; lo estamos averiguando y avisamos aquí. Confirmar otra vez no repite nada.
confirm-lost = La confirmación no llegó. Confirme de nuevo.
confirm-going = Su confirmación está en camino. Cuando llegue, la empresa { $company } recibe una invitación a conversar.
confirm-changed = El reclamo se corrigió después de que usted lo abrió. Abajo está como es ahora: revíselo antes de confirmar.
confirm-elsewhere = En este dispositivo está abierta la cuenta { $email }. Al confirmar, sale de ella y entra en el caso de este reclamo.
confirm-go = Confirmar el reclamo
confirm-dropped-title = El reclamo se descartó
confirm-dropped = Lo escrito se borró. La empresa no recibió nada.
confirm-used-title = Usted ya confirmó este reclamo
confirm-used = El caso está abierto. Enviamos un enlace nuevo para entrar al correo del reclamo.
confirm-over-title = Este reclamo ya no espera confirmación
confirm-over = Se confirmó, se descartó o terminó el plazo. Si usted lo confirmó, el caso está abierto y el enlace está en su correo; si no, la empresa no recibió nada.
confirm-unknown-title = No conocemos este enlace
confirm-unknown = Abra el enlace del correo más reciente y copie la dirección completa. Si el reclamo se corrigió, solo vale el último enlace.
confirm-sign_in-title = Reclamo confirmado
confirm-sign_in = El caso está abierto. Su cuenta tiene contraseña: entre con ella para verlo.
confirm-sign-in-go = Entrar con contraseña
confirm-mailed-title = Revise el nuevo correo
confirm-mailed = La corrección se guardó. Enviamos un enlace a { $email }; el reclamo sigue su curso cuando se confirme con él.
confirm-home = Ir al inicio

## Invitation
invite-title = La empresa { $company } quiere resolver su caso con usted
invite-title-company = { $consumer } quiere resolver un problema con la empresa { $company }
invite-lead = La conversación es por escrito, aquí mismo. Si hace falta, media alguien que no trabaja para la empresa.
invite-lead-company = Lea abajo el reclamo. Para responder y hacer propuestas, acepte la invitación.
invite-case = Caso
invite-filed = Abierto el
invite-until = La invitación vale hasta
invite-free-title = Es gratis para usted
invite-free = Quien paga la mediación es la empresa. Sin cuenta, sin contraseña.
invite-time-title = A su tiempo
invite-time = Usted responde cuando pueda, dentro de los plazos mostrados.
invite-leave-title = Puede salir cuando quiera
invite-leave = Sigue pudiendo acudir a otros organismos o a la Justicia.
invite-company-1-title = Confidencial
invite-company-1 = Lo que se diga en mediación no vale como prueba, salvo las excepciones de la ley. Sus documentos siguen siendo suyos.
invite-subject = Asunto
invite-dates = Hasta cuándo responder
invite-dates-over = Ya no corre ningún plazo para esta invitación.
invite-readers-title = Quién lee lo que usted escribe
invite-readers = En la sala conjunta: { $consumer }, quienes están en el caso por la empresa { $company } y, si hay mediación, quien media. Las notas del equipo quedan solo en la empresa.
invite-ways = Qué puede hacer
invite-way-accept-title = Aceptar
invite-way-accept = Quien acepta toma el caso, y la otra parte ve su nombre. Después puede pasar el caso a otra persona del equipo.
invite-way-refuse-title = No participar
invite-way-refuse = El rechazo queda asentado en una constancia, y el caso se cierra, salvo que ya esté con el ombudsman. La otra parte puede llevar el caso al ombudsman.
invite-way-colleague-title = Dejarlo a otra persona del equipo
invite-way-colleague = Quien representa aquí a la empresa { $company } abre esta misma dirección y responde. El plazo sigue siendo el mismo.
invite-colleague-address = Dirección de esta invitación
invite-colleague-copy = Copiar la dirección
invite-colleague-copied = Dirección copiada
invite-colleague-failed = Este navegador no dejó copiar. Seleccione la dirección y cópiela.
invite-continue = Continuar
invite-no = No quiero participar
invite-step = Paso 2 de 2
invite-consent-title = Lea y acepte las reglas
invite-join = Entrar en la conversación
invite-back = Volver a la invitación
invite-refuse-title = No hay problema si no participa
invite-refuse-lead = Rechazar no le quita ningún derecho.
invite-refuse-lead-company = El rechazo queda registrado en el caso.
invite-refuse-1-title = Usted todavía puede reclamar
invite-refuse-1 = En los organismos de defensa del consumidor o en la Justicia.
invite-refuse-1-title-company = La otra parte sigue libre
invite-refuse-1-company = Puede llevar el caso a otros organismos o a la Justicia.
invite-refuse-2-title = El otro lado recibe un aviso
invite-refuse-2 = Una constancia dice que hubo invitación y que se rechazó. Nada más.
invite-refuse-3-title = Puede cambiar de idea
invite-refuse-3 = Después del rechazo la invitación todavía puede aceptarse por un tiempo. La página del caso dice hasta cuándo.
invite-refuse-go = Rechazar la invitación
invite-refuse-back = Volver y participar
invite-refused = Usted rechazó esta invitación. Hasta el { $day } todavía puede aceptarla.
invite-lapsed = Esta invitación quedó sin respuesta y el caso se cerró. Hasta el { $day } todavía puede aceptarse.
invite-refused-now = Usted rechazó esta invitación. Todavía puede cambiar de idea: la página del caso dice hasta cuándo.
invite-refused-title = Registramos su rechazo
invite-refused-changed = Cambié de idea

## List of a consumer's cases
cases-title = Mis casos
cases-empty = Todavía no tiene casos aquí.
cases-unread = { $count ->
    [one] 1 mensaje nuevo
   *[other] { $count } mensajes nuevos
}
cases-more = Mostrar más

## Demo
demo-title = Pruebe acordo
demo-lead = Esta instalación es solo para probar. Abra cada persona en una pestaña: cada una tiene su dirección y no se mezclan.
demo-none = Esta instalación no es de demostración.
demo-people = Personas
demo-enter = Entrar como { $name }
demo-entering = Entrando como { $name }…
demo-role-consumer = Parte consumidora
demo-role-rep = Representante de la empresa
demo-role-company = Empresa
demo-role-manager = Gestión de la empresa
demo-role-mediator = Mediación
demo-role-coordinator = Coordinación
demo-role-admin = Administración del centro
demo-role-ombudsman = Defensor del cliente de la empresa
demo-role-legal = Área jurídica de la empresa
demo-role-operator_ombudsman = Ombudsman independiente
demo-role-operator_legal = Área jurídica de la plataforma
demo-people-here = Personas de { $host }
demo-elsewhere = Personas de otras direcciones ({ $count })
demo-clock = Dejar pasar el tiempo
demo-clock-lead = El reloj de la demostración avanza para todas las personas, y los plazos vencen como vencerían. No vuelve atrás.
demo-clock-pass = { $count ->
    [one] + { $count } día
   *[other] + { $count } días
  }
demo-clock-now = En la demostración ahora es { $day }.
demo-fresh-title = Un caso nuevo
demo-fresh = Abrimos un reclamo de verdad, por el mismo camino que cualquier otro.
demo-fresh-go = Abrir un caso nuevo
demo-fresh-done = Caso { $reference } abierto. Entre como:
demo-cases = Casos en otras etapas
demo-case-consumer = Ver como { $name }
demo-case-proof = La página de la invitación pide un dato que la empresa sabe: el documento empieza con { $proof }.
demo-mail = Buzón de la demostración

## Rules of the mediation
rules-accept = Acepto las reglas de la mediación.
rules-accept-more = Nada de lo que se diga en mediación vale como prueba, salvo las excepciones de la ley.
rules-accept-fault = Marque que acepta las reglas de la mediación
rules-online = Acepto conversar por internet.
rules-online-more = La ley exige este consentimiento para una mediación en línea.
rules-online-fault = Marque que acepta conversar por internet
rules-read = Leer las reglas (2 minutos)
rules-title = Reglas de la mediación
rules-voluntary-title = Es voluntaria
rules-voluntary = Cada lado entra porque quiere y puede salir cuando quiera. Nada se decide sin el acuerdo de ambos.
rules-confidential-title = Es confidencial
rules-confidential = Lo que se diga u ofrezca en la mediación no puede contarse fuera ni usarse en un juicio, salvo las excepciones de la ley. Sus propios documentos siguen siendo suyos: puede usarlos donde quiera. Lo que diga solo a quien media queda entre ustedes.
rules-impartial-title = Quien media es imparcial
rules-impartial = Quien media no decide ni representa a nadie. Antes de empezar, declara si tiene algún conflicto de interés.
rules-good-faith-title = Buena fe y respeto
rules-good-faith = Diga la verdad, responda en los plazos, trate bien a la otra persona.
rules-online-title = Es por escrito, por internet
rules-online-text = La conversación, las propuestas y las firmas quedan registradas con fecha y hora.
rules-rights-title = Sus derechos siguen
rules-rights = Mientras dura la mediación, la prescripción queda suspendida. Los plazos para reclamar por defectos son otros: pregunte antes de que venzan. Puede pedir ayuda jurídica, por ejemplo a la defensa pública.

## Forms
form-fault-name = Escriba su nombre completo
form-fault-email = Escriba un correo, como ana@ejemplo.com
form-email = Correo electrónico
form-password = Contraseña

## Quién opera este sitio
about-title = Quién opera este sitio, ayuda y sus datos
about-operator = Quién opera
about-operator-none = Quien opera este sitio todavía no dijo quién es.
about-legal = { $name }, { $identifier }, { $address }
about-neutral = El centro de mediación no es parte en los casos. Quien media no decide por nadie.
about-person = Hablar con una persona
about-person-none = Quien opera este sitio no indicó un contacto aquí. En un caso, escriba en la sala: lo lee quien participa en él.
about-data = Sus datos
about-data-kept = Quedan en el servidor de este centro: su nombre, su correo, lo que usted escribe y envía y, cuando firma, la dirección de internet y el navegador que usó.
about-data-readers = La sala conjunta la leen las dos partes y quien media y, si el caso llega al defensor del cliente o al área jurídica de la propia empresa, ese equipo. Una conversación reservada la leen solo una de las partes y quien media. La coordinación del centro ve nombres y plazos; el equipo del centro que recibe un caso lee el reclamo, las preguntas, las respuestas y lo que se le haya habilitado.
about-data-mail = Los correos dicen que algo pasó, y nunca lo que se dijo.
about-data-record = Lo que se dijo y se hizo en un caso queda en el registro, que sirve de prueba a las dos partes y por eso no se reescribe.
about-data-rights-br = Para saber qué hay sobre usted, corregirlo o pedir que se elimine (LGPD de Brasil, art. 18), use el contacto de arriba.
about-data-rights-eu = Para saber qué hay sobre usted, corregirlo o pedir que se suprima (RGPD, arts. 15 a 17), use el contacto de arriba.
about-data-rights-uk = Para saber qué hay sobre usted, corregirlo o pedir que se suprima (UK GDPR, arts. 15 a 17), use el contacto de arriba.
about-privacy = Aviso de privacidad

# Lo que el sitio guarda de una persona
mine-title = Sus datos
mine-lead = Descargue lo que este sitio guarda sobre usted: su cuenta, sus ingresos, los enlaces y códigos que se le enviaron y, caso por caso, lo que dijo, envió, firmó y decidió.
mine-form = Es un archivo ZIP, con páginas para leer y los mismos datos para programas (JSON).
mine-others = Lo que dijeron otras personas no está en él. Los archivos que usted envió quedan en la página de cada caso.
mine-get = Descargar mis datos
mine-busy = Preparando…
mine-done = El archivo fue entregado a su navegador.
mine-enter = Ingrese para descargar sus datos.
about-data-get = Descargar lo que este sitio guarda sobre usted
