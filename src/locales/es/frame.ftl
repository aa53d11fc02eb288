### Texts of the frame around every page: header, problems, forms.

## Frame
frame-skip = Saltar al contenido
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar colores oscuros
frame-theme-light = Usar colores claros
frame-sign-in = Ingresar
frame-about = Quién opera, ayuda y datos
frame-sign-out = Salir
frame-account = Su cuenta
frame-cases = Mis casos
frame-loading = Cargando
frame-back = Volver
frame-close = Cerrar
frame-retry = Intentar de nuevo

## Problems that the page notices by itself
problem-page-offline = No hay conexión con el servidor. Lo que escribió sigue aquí.
problem-page-unanswered = No llegó respuesta. Todavía no sabemos si lo que usted hizo llegó; lo estamos comprobando y avisamos aquí.
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
form-sending = Enviando…
form-amount-read = Leído: { $amount }
form-amount-fault = Este monto no está claro. Escriba un solo número, como { $example }

## Network
frame-try-now = Intentar ahora
frame-offline = Sin internet.
