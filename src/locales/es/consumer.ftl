### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · pedido n.º { $order }
consumer-documents = Documentos
consumer-menu = Ayuda y más
consumer-offline = Sin internet. Lo que escriba queda guardado y se envía después.
consumer-back = { $count ->
    [0] Conexión restablecida.
    [one] Conexión restablecida. 1 novedad.
   *[other] Conexión restablecida. { $count } novedades.
}
consumer-ended = Su sesión terminó. Lo que escribió sigue guardado.
consumer-ended-enter = Ingresar de nuevo
consumer-offer = Hacer una propuesta
consumer-ask-mediator = Pedir mediación
consumer-idea = Dar una idea a quien media
consumer-deal = Llegaron a un acuerdo
consumer-deal-drafting = El texto se está redactando. Vea qué falta.
consumer-deal-sign = Lea con calma y firme.
consumer-deal-signed = El acuerdo está firmado. Vea fechas y documentos.
consumer-deal-identify = Complete sus datos
