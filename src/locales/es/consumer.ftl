### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · pedido n.º { $order }
consumer-documents = Documentos
consumer-documents-none = Todavía no hay documentos. Adjunte una foto o un archivo al escribir.
consumer-documents-joint = Con todos
consumer-documents-private = Solo con el mediador
consumer-documents-agreement = Acuerdo
consumer-menu = Ayuda y más
consumer-menu-cases = Ver mis casos
consumer-menu-rules = Reglas de la mediación
consumer-menu-mediator = Pedir un mediador
consumer-menu-mediator-body = Un mediador imparcial entra en la conversación. Es gratis. Usted puede hablar con él en privado.
consumer-menu-mediator-yes = Pedir un mediador
consumer-menu-leave = Salir de la mediación
consumer-menu-leave-body = La mediación termina sin acuerdo. Usted sigue pudiendo leer lo anterior y acudir a otros organismos o a la Justicia.
consumer-menu-leave-yes = Salir de la mediación
consumer-menu-withdraw = Retirar el reclamo
consumer-menu-withdraw-body = El caso se cierra ahora. Para volver, habrá que presentar otro reclamo.
consumer-menu-withdraw-yes = Retirar y cerrar
consumer-menu-device = Este aparato no es mío
consumer-menu-device-body = Borramos de este aparato lo que escribió y no envió, y usted sale del caso aquí.
consumer-menu-device-yes = Borrar y salir
consumer-menu-help = ¿Dudas sobre sus derechos? Hable con la defensoría pública o el organismo de consumo antes de decidir.
consumer-offline = Sin internet. Lo que escriba queda guardado y se envía después.
consumer-back = { $count ->
    [0] Conectado.
    [one] Conectado. 1 novedad.
   *[other] Conectado. { $count } novedades.
}
consumer-ended = Su sesión terminó. Lo que escribió sigue guardado.
consumer-ended-enter = Ingresar de nuevo
consumer-offer = Hacer una propuesta
consumer-idea = Dar una idea al mediador
consumer-deal = Llegaron a un acuerdo
consumer-deal-drafting = El texto se está redactando. Vea qué falta.
consumer-deal-sign = Lea con calma y firme.
consumer-deal-signed = El acuerdo está firmado. Vea fechas y documentos.
consumer-deal-open = Abrir el acuerdo
consumer-deal-identify = Complete sus datos
consumer-closed-body = Todavía puede leer todo desde aquí.
consumer-prepare-title = Mientras la empresa no responde
consumer-prepare-1 = Reúna factura, fotos y números de gestión.
consumer-prepare-2 = Piense qué lo resolvería para usted.
consumer-prepare-3 = Le avisamos por correo cuando entre.
consumer-ground-title = Antes de escribir con el mediador
consumer-ground-lead = { $name } aceptó mediar. Lea y acepte las reglas de la conversación.
consumer-ground-1 = Todo aquí es confidencial. Ni el mediador puede contarlo, salvo las excepciones de la ley.
consumer-ground-2 = El mediador no decide. Les ayuda a decidir.
consumer-ground-3 = En la conversación reservada, la empresa no ve nada. Solo se le llevan las palabras que usted permita.
consumer-ground-4 = Respeto siempre. El mediador puede pausar la conversación.
consumer-ground-5 = Puede salir cuando quiera.
consumer-ground-accept = Acepto las reglas de la conversación
consumer-case = Su caso
consumer-case-reference = Número
consumer-case-company = Empresa
consumer-case-mediator = Mediador
consumer-case-filed = Abierto el
consumer-case-phase = Situación
