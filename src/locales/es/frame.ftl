### Texts of the frame around every page: header, problems, forms, the rules.

## Frame
frame-skip = Saltar al contenido
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar colores oscuros
frame-theme-light = Usar colores claros
frame-sign-in = Ingresar
frame-sign-out = Salir
frame-part-ended = Su participación en este caso terminó
frame-part-ended-body = Usted ya no lee lo que se dice en él. Lo que escribió sigue en el registro del caso.
frame-part-ended-cases = Ver mis casos
frame-cases = Mis casos
frame-loading = Cargando
frame-back = Volver
frame-close = Cerrar
frame-retry = Intentar de nuevo

## Problems that the page notices by itself
problem-page-offline = No hay conexión con el servidor. Lo que escribió sigue aquí.
problem-page-unanswered = No llegó respuesta. Todavía no sabemos si lo que usted hizo llegó; lo comprobamos y avisamos aquí.
problem-page-not-sent = No llegó ni llegará: no se envió nada. Si todavía lo quiere, hágalo otra vez.
problem-page-arrived = Llegó: lo que usted hizo quedó registrado en el caso.
problem-page-unreadable = El servidor respondió de un modo que esta página no entiende. Intente de nuevo en un momento.
error-not-found-title = No encontramos esta página
error-not-found-body = La dirección puede estar mal, o usted no tiene acceso a este caso con esta cuenta.
error-title = Algo no funcionó
error-body = Nada de lo que envió antes se perdió. Cargue la página de nuevo.
error-home = Ir al inicio
problem-page-request = Número para soporte: { $id }

## Forms
form-optional = opcional
form-faults = { $count ->
    [one] Falta corregir 1 punto
   *[other] Falta corregir { $count } puntos
}
form-fault-name = Escriba su nombre completo
form-fault-email = Escriba un correo, como ana@ejemplo.com
form-sending = Enviando…
form-email = Correo electrónico
form-password = Contraseña

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
