### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · pedido nº { $order }
consumer-documents = Documentos
consumer-documents-none = Nenhum documento ainda. Anexe uma foto ou arquivo ao escrever.
consumer-documents-joint = Com todos
consumer-documents-private = Só com o mediador
consumer-documents-agreement = Acordo
consumer-menu = Ajuda e mais
consumer-menu-cases = Ver meus casos
consumer-menu-rules = Regras da mediação
consumer-menu-mediator = Pedir um mediador
consumer-menu-mediator-body = Um mediador imparcial entra na conversa. É de graça. Você pode falar com ele em particular.
consumer-menu-mediator-yes = Pedir um mediador
consumer-menu-leave = Sair da mediação
consumer-menu-leave-body = A mediação termina sem acordo. Você continua podendo ler o que leu até aqui e ir ao Procon ou à Justiça.
consumer-menu-leave-yes = Sair da mediação
consumer-menu-withdraw = Retirar a reclamação
consumer-menu-withdraw-body = O caso se encerra agora. Para voltar, será preciso fazer outra reclamação.
consumer-menu-withdraw-yes = Retirar e encerrar
consumer-menu-device = Este aparelho não é meu
consumer-menu-device-body = Apagamos deste aparelho o que você escreveu e não enviou, e você sai do caso aqui.
consumer-menu-device-yes = Apagar e sair
consumer-menu-help = Tem dúvida sobre os seus direitos? Fale com o Procon (151) ou a Defensoria Pública antes de decidir.
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
