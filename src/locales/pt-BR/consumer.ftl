### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · pedido nº { $order }
consumer-documents = Documentos
consumer-menu = Ajuda e mais
consumer-offline = Sem internet. O que você escrever fica guardado e vai depois.
consumer-back = { $count ->
    [0] Conexão restabelecida.
    [one] Conexão restabelecida. 1 novidade.
   *[other] Conexão restabelecida. { $count } novidades.
}
consumer-ended = A sua sessão terminou. O que você escreveu continua guardado.
consumer-ended-enter = Entrar de novo
consumer-offer = Fazer uma proposta
consumer-ask-mediator = Pedir mediação
consumer-idea = Dar uma ideia a quem medeia
consumer-deal = Vocês chegaram a um acordo
consumer-deal-drafting = O texto está sendo escrito. Veja o que falta.
consumer-deal-sign = Leia com calma e assine.
consumer-deal-signed = O acordo está assinado. Veja datas e documentos.
consumer-deal-identify = Complete seus dados
