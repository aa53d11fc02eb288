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
consumer-deal-open = Abrir el acuerdo
consumer-deal-identify = Complete sus datos
consumer-closed-body = Todavía puede leer todo desde aquí.
consumer-refused-title = La empresa { $company } rechazó la invitación
consumer-refused-body = Una constancia del rechazo está en “Documentos”. Hasta el { $day } la empresa todavía puede cambiar de idea y aceptar; si eso pasa, le avisamos.
consumer-reopen = Reabrir el caso
consumer-reopen-body = El caso vuelve a avanzar, con todos los plazos contados de nuevo. Se avisa a la empresa.
consumer-reopen-yes = Reabrir
consumer-escalate-title = ¿Las propuestas no lo resuelven?
consumer-escalate-body = Se rechazaron varias propuestas. Puede pedir una revisión del caso: primero, del defensor del cliente de la empresa, si lo tiene; después, del ombudsman independiente.
consumer-escalate-refused-title = ¿Quiere que alguien revise el caso?
consumer-escalate-refused = Aun sin la empresa, el ombudsman independiente de la plataforma puede revisar lo que usted contó.
consumer-escalate-refused-effect = El ombudsman independiente recibe el caso con un plazo. Se avisa a la empresa, que todavía puede participar.
consumer-escalate-overdue-title = La empresa no respondió a tiempo
consumer-escalate-overdue = El equipo de la empresa dejó pasar el plazo. Ya puede pedir que el siguiente equipo, el de la plataforma, se haga cargo del caso.
consumer-escalate-overdue-effect = El caso sale del equipo de la empresa y pasa, con un plazo nuevo, al equipo de la plataforma. Se avisa a la empresa.
consumer-escalate = Pedir la revisión del ombudsman
consumer-escalate-effect = La conversación termina sin acuerdo y el ombudsman recibe el caso con un plazo. Si hay mediación, termina.
consumer-escalate-yes = Sí, pedir la revisión
consumer-feedback = Contar cómo fue
consumer-feedback-given = Su nota: { $score } de 5. Gracias por responder.
consumer-talk-title = Usted reabrió la conversación
consumer-talk-body = El acuerdo firmado sigue vigente. Cuando lo que faltaba esté resuelto, cuéntelo aquí: el caso se cierra.
consumer-talk-solved = Está resuelto
consumer-prepare-title = Mientras la empresa no responde
consumer-prepare-1 = Reúna factura, fotos y números de reclamo o atención.
consumer-prepare-2 = Piense qué lo resolvería para usted.
consumer-prepare-3 = Le avisamos por correo cuando la empresa responda.
