### Texts of the public pages and of the frame around every page.

## Frame
frame-skip = Saltar al contenido
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar colores oscuros
frame-theme-light = Usar colores claros
frame-sign-in = Ingresar
frame-sign-out = Salir
frame-cases = Mis casos
frame-loading = Cargando
frame-back = Volver
frame-close = Cerrar
frame-retry = Intentar de nuevo

## Problems that the page notices by itself
problem-page-offline = No hay conexión con el servidor. Lo que escribió sigue aquí.
problem-page-unreadable = El servidor respondió de un modo que esta página no entiende. Intente de nuevo en un momento.
error-not-found-title = No encontramos esta página
error-not-found-body = La dirección puede estar mal, o usted no tiene acceso a este caso con esta cuenta.
error-title = Algo no funcionó
error-body = Nada de lo que envió antes se perdió. Cargue la página de nuevo.
error-home = Ir al inicio
