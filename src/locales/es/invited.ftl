# La invitación de una empresa, como la ve el consumidor
invited-subject = Asunto
invited-subject-trade = Una compra o un servicio: { $trade }
invited-meeting = Primera conversación
invited-meeting-place = En esta página, por escrito, desde el { $day }
invited-order = pedido { $order }
invited-told = Lo que la empresa contó
invited-not-me = No soy yo
invited-step = Paso { $nth } de 2
invited-confirm-title = Confirme que es usted
invited-confirm-lead = Solo para que nadie entre en su lugar. Después usted lee lo que la empresa contó.
invited-confirm-go = Confirmar
invited-confirm-fault = Complete el dato pedido.
invited-confirm-wrong = Este dato no coincide con el que tiene la empresa. { $left ->
    [one] Queda 1 intento.
   *[other] Quedan { $left } intentos.
}
invited-proof-order_number = Número del pedido, contrato o factura
invited-proof-order_number-hint = Con letras y números. Puntos y guiones no cuentan.
invited-proof-identifier_start = Los 3 primeros números de su documento
invited-proof-identifier_start-hint = Solo los tres primeros.
invited-proof-phone_end = Los 4 últimos números de su teléfono
invited-proof-phone_end-hint = El teléfono que usted dio a la empresa.
invited-proof-postal_code = Su código postal
invited-proof-postal_code-hint = El de la dirección que usted dio a la empresa.
invited-join-title = Lo que falta decir
invited-join-lead = El resto ya lo contó la empresa: no hace falta repetirlo.
invited-own = ¿Quiere contarlo con sus palabras?
invited-own-hint = Si algo del relato de la empresa no fue así, escríbalo aquí.
invited-amount-hint = Cuánto está en juego, si lo sabe.
invited-disown-title = ¿Esta invitación no es para usted?
invited-disown-lead = Avisamos a la empresa { $company } que la dirección era incorrecta. No sabrá nada más.
invited-disown-go = No soy yo
invited-disown-back = Volver: la invitación es para mí
invited-disowned-title = Gracias por avisar
invited-disowned = La empresa sabrá que la dirección era incorrecta, y nada más. Usted no recibirá más correos de este caso. Puede cerrar esta página.
invited-over-title = Esta invitación terminó
invited-over-lapsed = El tiempo para responder terminó el { $day }. Sin respuesta, la invitación cuenta como rechazada. Ningún derecho suyo cambió.
invited-over-closed = Este caso fue cerrado, y no queda nada por responder.
invited-address = Recibir los avisos en otro correo
invited-address-hint = La empresa no ve ni cambia su correo.
invited-address-go = Cambiar el correo
invited-address-sent = Enviamos un enlace a { $email }. Cuando lo abra, los avisos irán allí.
