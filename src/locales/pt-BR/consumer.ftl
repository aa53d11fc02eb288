### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · pedido nº { $order }
consumer-documents = Documentos
consumer-menu = Ajuda e mais
consumer-offline = Sem internet. O que você escrever fica guardado e vai depois.
consumer-back = { $count ->
    [0] Conectado.
    [one] Conectado. 1 novidade.
   *[other] Conectado. { $count } novidades.
}
consumer-ended = A sua sessão terminou. O que você escreveu continua guardado.
consumer-ended-enter = Entrar de novo
consumer-offer = Fazer uma proposta
consumer-idea = Dar uma ideia ao mediador
consumer-deal = Vocês chegaram a um acordo
consumer-deal-drafting = O texto está sendo escrito. Veja o que falta.
consumer-deal-sign = Leia com calma e assine.
consumer-deal-signed = O acordo está assinado. Veja datas e documentos.
consumer-deal-open = Abrir o acordo
consumer-deal-identify = Complete seus dados
consumer-closed-body = Você ainda pode ler tudo daqui.
consumer-refused-title = A { $company } recusou o convite
consumer-refused-body = Ela ainda pode voltar atrás e aceitar. Avisamos você se isso acontecer.
consumer-reopen = Reabrir o caso
consumer-reopen-body = O caso volta para onde estava, com novos prazos. A empresa será avisada.
consumer-reopen-yes = Reabrir
consumer-escalate-title = As propostas não servem?
consumer-escalate-body = Várias propostas foram recusadas. Você pode pedir que a ouvidoria analise o caso.
consumer-escalate = Pedir a ouvidoria
consumer-escalate-effect = A conversa termina sem acordo e a ouvidoria recebe o caso com um prazo. Se houver mediação, ela acaba e o mediador sai.
consumer-escalate-yes = Sim, pedir a ouvidoria
consumer-feedback = Contar como foi
consumer-feedback-given = Você deu nota { $score } de 5. Obrigado por responder.
consumer-prepare-title = Enquanto a empresa não responde
consumer-prepare-1 = Junte nota fiscal, fotos e protocolos.
consumer-prepare-2 = Pense no que resolveria para você.
consumer-prepare-3 = Avisamos por e-mail quando ela entrar.
consumer-ground-title = Antes de escrever com o mediador
consumer-ground-lead = { $name } aceitou mediar. Leia e aceite as regras da conversa.
consumer-ground-1 = Tudo aqui é confidencial. Nem o mediador pode contar, salvo as exceções da lei.
consumer-ground-2 = O mediador não decide. Ele ajuda vocês a decidir.
consumer-ground-3 = Na conversa reservada, a empresa não vê nada. Só palavras que você permitir são levadas a ela.
consumer-ground-4 = Respeito sempre. O mediador pode pausar a conversa.
consumer-ground-5 = Você pode sair quando quiser.
consumer-ground-accept = Aceito as regras da conversa
consumer-case = Seu caso
consumer-case-reference = Número
consumer-case-company = Empresa
consumer-case-mediator = Mediador
consumer-case-filed = Aberto em
consumer-case-phase = Situação
