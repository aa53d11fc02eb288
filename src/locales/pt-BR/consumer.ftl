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
consumer-deal-open = Abrir o acordo
consumer-deal-identify = Complete seus dados
consumer-closed-body = Você ainda pode ler tudo daqui.
consumer-refused-title = A empresa { $company } recusou o convite
consumer-refused-body = Uma declaração da recusa está em “Documentos”. Até { $day } a empresa ainda pode voltar atrás e aceitar; nesse caso avisamos você.
consumer-reopen = Reabrir o caso
consumer-reopen-body = O caso volta a andar, com todos os prazos contados de novo. A empresa será avisada.
consumer-reopen-yes = Reabrir
consumer-escalate-title = As propostas não resolvem?
consumer-escalate-body = Várias propostas foram recusadas. Você pode pedir que a ouvidoria analise o caso: primeiro a da própria empresa, se houver; depois, a ouvidoria independente.
consumer-escalate-refused-title = Quer que alguém analise o caso?
consumer-escalate-refused = Mesmo sem a empresa, a ouvidoria independente da plataforma pode analisar o que você contou.
consumer-escalate-refused-effect = A ouvidoria independente recebe o caso com um prazo. A empresa é avisada e ainda pode participar.
consumer-escalate-overdue-title = A empresa não respondeu no prazo
consumer-escalate-overdue = A equipe da empresa deixou passar o prazo. Você já pode pedir que a próxima equipe, da plataforma, assuma o caso.
consumer-escalate-overdue-effect = O caso sai da equipe da empresa e vai, com um prazo novo, à equipe da plataforma. A empresa é avisada.
consumer-escalate = Pedir análise da ouvidoria
consumer-escalate-effect = A conversa termina sem acordo e a ouvidoria recebe o caso com um prazo. Se houver mediação, ela termina.
consumer-escalate-yes = Sim, pedir a análise
consumer-feedback = Contar como foi
consumer-feedback-given = Sua nota: { $score } de 5. Agradecemos a resposta.
consumer-talk-title = Você reabriu a conversa
consumer-talk-body = O acordo assinado continua valendo. Quando o que faltava estiver resolvido, conte aqui: o caso se encerra.
consumer-talk-solved = Está resolvido
consumer-prepare-title = Enquanto a empresa não responde
consumer-prepare-1 = Junte nota fiscal, fotos e protocolos.
consumer-prepare-2 = Pense no que resolveria para você.
consumer-prepare-3 = Avisamos por e-mail quando a empresa responder.
