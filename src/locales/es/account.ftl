# La cuenta propia: los dispositivos con sesión abierta y la contraseña.
account-title = Su cuenta
account-enter = Ingrese para ver su cuenta.
account-roles = Qué hace aquí
account-role = { $role }, { $organisation }
account-data = Descargar sus datos
account-data-more = Lo que este sitio guarda sobre usted.

account-devices = Dónde tiene la sesión abierta
account-devices-lead = { $count ->
    [one] Esta sesión es la única.
   *[other] Hay { $count } sesiones abiertas. Cierre lo que no reconozca y después cambie su contraseña.
}
account-devices-lead-link = { $count ->
    [one] Esta sesión es la única.
   *[other] Hay { $count } sesiones abiertas. Cierre lo que no reconozca.
}
account-devices-lead-case = { $count ->
    [one] Es la única sesión de este caso. Las demás de su cuenta no aparecen aquí.
   *[other] Hay { $count } sesiones de este caso abiertas. Las demás de su cuenta no aparecen aquí.
}
account-devices-all = Mostrar las { $count }
account-device = { $browser } en { $system }
account-device-program = Un programa
account-device-here = Este dispositivo
account-device-used = Último uso: { $at }
account-device-since = Ingresó: { $at }
account-device-address = Desde { $address }
account-device-case = Abierta con el enlace de un caso: lleva solo a ese caso
account-device-end = Cerrar sesión
account-device-end-name = Cerrar sesión: { $device }, abierta { $at }
account-device-ended = Sesión cerrada: { $device }.
account-others-end = Cerrar todas las demás
account-others-ended = Esta sesión es ahora la única.
account-others-ended-case = De este caso solo queda esta sesión.
account-ending = Cerrando…

account-password = Contraseña
account-password-none = Usted ingresa con un enlace que le llega por correo cada vez. No hay contraseña.
account-password-first = Usted ingresa con un enlace que le llega por correo cada vez. Cuando tenga una contraseña, ingresará con ella y ya no por enlace.
account-password-choose = Enviarme un enlace para elegir una
account-password-mailed = El enlace está en camino a { $email }. Sirve por dos horas.
account-password-lead = Con una nueva se cierra la sesión en los demás dispositivos.
account-password-present = Contraseña actual
account-password-new = Contraseña nueva
account-password-hint = Cuatro palabras sin relación o más, o la que creó un programa.
account-password-missing = Escriba la contraseña actual
account-password-new-missing = Escriba la contraseña nueva
account-password-go = Cambiar la contraseña
account-password-changed = Su contraseña fue cambiada. Se cerró la sesión en los demás dispositivos, y un correo se lo confirma.

password-title = Elija una contraseña nueva
password-lead = Escriba el correo de su cuenta. Le enviamos un enlace para elegir una contraseña nueva.
password-go = Enviarme el enlace
password-sent = Si este correo es de una cuenta con contraseña, el enlace está en camino; mire también la carpeta de spam. Sirve por dos horas. Un enlace pedido hace menos de cinco minutos no se envía otra vez. Si usted ingresa sin contraseña, recibe un enlace para ingresar.
password-chosen-lead = Ingresará aquí, y se cerrará la sesión en los demás dispositivos.
password-choose = Guardar e ingresar
password-used = Este enlace ya fue usado
password-expired = Este enlace venció
password-gone = Pida otro: un enlace sirve una vez, por dos horas, y una contraseña nueva lo termina.
password-again = Pedir otro enlace
