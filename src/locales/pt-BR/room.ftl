### Texts of the rooms, shared by the consumer's phone, the desk and the console.

## Rooms and who reads them

room-joint = Com todos
room-joint-desk = Sala conjunta
room-private = Só mediação
room-private-company = Reservada: empresa e mediação
room-internal = Notas da equipe
room-notes = Minhas notas
room-review = Análise
room-tabs = Conversas
room-unread = { $count ->
    [one] { $count } nova
   *[other] { $count } novas
  }

room-band-joint = Sala conjunta · todos veem
room-band-joint-readers = { $names } e você
room-band-joint-alone = Ninguém mais entrou ainda
room-band-private = Conversa reservada
room-band-private-consumer = Só você e { $mediator }. A empresa { $company } não vê nada daqui.
room-band-review = Análise: { $queue }
room-band-review-readers = Quem cuida do caso e os dois lados leem isto.

room-region-joint = Sala conjunta, com todos
room-region-private = Conversa reservada com { $name }. { $hidden } não vê.
room-region-review = Análise do caso. Quem cuida do caso e os dois lados leem.

room-typing = { $name } está digitando

## Writing

room-to-joint = Para todos: { $names }
room-to-joint-alone = Para quem entrar no caso
room-to-mediator-from-consumer = Só para { $mediator }. A empresa não vê.
room-message = Mensagem
room-note = Nota
room-write-joint = Escreva para todos
room-write-private = Escreva só para { $name }
room-send-joint = Enviar para todos
room-send-private = Enviar só para { $name }
room-open-joint = Escrever para todos
room-open-private = Escrever só para { $name }
room-attach-joint = Anexar foto ou documento, todos veem
room-attach-private = Anexar foto ou documento, só para { $name }
room-draft-kept = rascunho salvo
room-too-long = A mensagem passa do limite por { $count } caracteres.
room-closed-floor = { $mediator } pausou a sala conjunta. Você pode ler, e escrever só a quem medeia.
room-not-writable = Agora não dá para escrever aqui.
room-accept-rules-first = Aceite os termos da mediação para escrever.

## Messages

room-you = Você
room-message-new = nova
room-apology = pedido de desculpas
room-hide = Ocultar
room-hidden = Mensagem ocultada pela mediação: { $ground }.
room-erased = Conteúdo apagado.
room-delivered-joint = Entregue a todos
room-delivered = Entregue
room-seen-joint = Lida por todos
room-seen = Lida
room-older = Ver mensagens anteriores
room-older-loading = Buscando mensagens anteriores
room-newer = { $count ->
    [one] { $count } mensagem nova
   *[other] { $count } mensagens novas
  }
room-to-latest = Ir para a última mensagem
room-empty-joint = Ninguém escreveu ainda. Comece contando o que importa para você.
room-empty-private = Use esta conversa para dizer o que você não quer que a empresa veja.
room-empty-private-company = Use esta conversa para dizer o que você não quer que { $consumer } veja.
room-empty-review = O dossiê do caso está sendo preparado.
room-said = { $who }: { $text }
room-said-file = { $who } enviou o arquivo { $file }.
room-said-proposal = { $who } fez a proposta { $number }.
room-file-size = { $name }, { $size }
room-file-open = Baixar
room-file-shared = arquivo trazido de outra conversa
room-share = Levar à sala conjunta
room-file-pass = Pode ser repassado
room-file-passed = pode ser repassado

## Facts in words

room-fact-case-filed = Caso aberto por { $who }.
room-fact-case-refused = A central de mediação não aceitou o caso: { $ground }.
room-fact-invited = { $who } recebeu o convite e pode responder até { $date }.
room-fact-invitation-accepted = { $who } aceitou o convite.
room-fact-invitation-refused = { $who } recusou o convite.
room-fact-invitation-lapsed = O convite a { $who } venceu sem resposta.
room-fact-invitation-undelivered = O convite ainda não chegou a ninguém: nenhum servidor de e-mail o recebeu. { $who } não sabe do caso.
room-fact-phase-changed = Agora: { $phase }.
room-fact-seat-taken = { $name } entrou no caso ({ $seat }).
room-fact-seat-left = Saiu do caso: { $seat }.
room-fact-seat-handed-over = { $name } assume ({ $seat }). Motivo: { $reason }.
room-fact-mediator-requested = { $who } pediu mediação.
room-fact-mediator-requested-nobody = Foi pedida mediação.
room-fact-mediator-assigned = { $name } foi a pessoa indicada para mediar.
room-fact-mediator-declined = A pessoa indicada não aceitou mediar. Outra será indicada.
room-fact-mediator-lapsed = A pessoa indicada não respondeu a tempo. Outra será indicada.
room-fact-mediator-missing = No momento ninguém está livre para mediar. A coordenação é avisada a cada dia útil até indicar alguém.
room-fact-mediator-replaced = A coordenação passou a mediação a outra pessoa.
room-fact-mediator-overdue = A mediação está atrasada. A coordenação foi avisada.
room-fact-terms-lapsed = { $who } não aceitou os termos da mediação no prazo.
room-fact-decision-explained = { $who } dá as razões da decisão: { $reasons }
room-fact-mediator-accepted = { $name } aceitou mediar este caso.
room-fact-ground-rules-accepted = { $who } aceitou os termos da mediação.
room-fact-stage-moved = Etapa: { $stage }.
room-fact-stage-noted = Etapa { $stage }: { $note }
room-fact-reflection-waived = { $who } dispensou o tempo de reflexão.
room-fact-agreement-worded = { $who } corrigiu a redação do acordo.
room-fact-agreement-drafted = O acordo está escrito. Pode ser assinado até { $date }.
room-fact-agreement-signed = { $who } assinou o acordo.
room-fact-agreement-refused = { $who } não assina o acordo: { $ground }.
room-fact-agreement-lapsed = O prazo para assinar acabou. O caso volta à conversa.
room-fact-agreement-concluded = Acordo concluído: todas as assinaturas estão dadas.
room-fact-agreement-sealed = O documento final está pronto.
room-fact-obligations-started = Os prazos do acordo começaram.
room-fact-obligation-reported = { $who } informou que cumpriu: { $what }.
room-fact-obligation-confirmed = { $who } confirmou: { $what }.
room-fact-obligation-released = { $who } dispensou: { $what }.
room-fact-obligation-disputed = { $who } diz que não foi cumprido: { $what }.
room-fact-mediation-left = { $who } saiu da mediação.
room-fact-impasse-declared = A mediação terminou sem acordo: { $ground }.
room-fact-case-withdrawn = { $who } retirou a reclamação.
room-fact-escalation-opened = O caso foi para: { $queue }. Motivo: { $ground }. Prazo: { $date }.
room-fact-final-term-made = Termo final: { $ground }.
room-fact-certificate-refused = Declaração disponível: o convite foi recusado.
room-fact-certificate-silent = Declaração disponível: o convite não teve resposta no prazo.
room-fact-certificate-mediation_ended = Declaração disponível: a mediação terminou.
room-fact-certificate-mediation_not_begun = Declaração disponível: a mediação não chegou a começar.
room-fact-certificate-closed = Declaração disponível: o caso foi encerrado.
room-fact-conflict-declared = Um conflito de interesses foi declarado: a pessoa não volta a este caso.
room-fact-case-closed = { $outcome }.
room-fact-party-named = { $who } informou o nome completo: { $name }
room-fact-company-named = No acordo, { $who } é { $name }, { $number }
room-fact-hand-over-noted = Passagem para { $name }: { $note }
room-fact-floor-paused = { $who } pausou a sala conjunta.
room-fact-floor-opened = { $who } reabriu a sala conjunta.
room-fact-summary-confirmed = { $who } confirmou o resumo.
room-fact-summary-corrected = { $who } corrigiu o resumo: { $text }
room-fact-disclosure-allowed = { $who } autorizou contar.
room-fact-disclosure-denied = { $who } pediu para não contar.
room-fact-disclosure-used = Estas palavras foram levadas à sala conjunta.
room-fact-proposal-accepted = { $who } aceitou a proposta { $number }.
room-fact-proposal-declined = { $who } recusou a proposta { $number }.
room-fact-proposal-declined-because = { $who } recusou a proposta { $number }: { $ground }.
room-fact-proposal-would-work = O que daria certo, segundo { $who }: { $text }
room-fact-proposal-withdrawn = { $who } retirou a proposta { $number }.
room-fact-proposal-expired = A proposta { $number } venceu.
room-fact-proposal-agreed = Os dois lados aceitaram a proposta { $number }.
room-fact-proposal-not-agreed = A proposta { $number } não teve o aceite dos dois lados.
room-fact-proposal-closed = A proposta { $number } foi encerrada com o fim desta fase.
room-fact-proposal-superseded = A proposta { $number } deu lugar a um acordo sobre outros termos.
room-fact-idea-allowed = { $who } permite levar esta ideia ao outro lado.
room-fact-idea-conveyed = A ideia foi levada como proposta { $number }.
room-fact-seat-left-by = { $name } saiu do caso ({ $seat }).
room-fact-participant-removed = Quem medeia retirou da conversa uma pessoa de { $name }: { $ground }.
room-fact-representative-awaited = Esperamos que { $who } envie outra pessoa até { $date }.
room-fact-first-reply = { $who } respondeu pela primeira vez.
room-fact-reply-overdue = A resposta de { $who } está atrasada. A central de mediação foi avisada.
room-fact-consent-given-joint = { $who } permite exportar a sala conjunta.
room-fact-consent-given-former = { $who } permite que quem medeia agora leia a conversa reservada anterior.
room-fact-consent-withdrawn-joint = { $who } não permite mais exportar a sala conjunta.
room-fact-consent-withdrawn-former = { $who } não permite mais que quem medeia agora leia a conversa reservada anterior.
room-fact-extension-asked = { $who } pede mais { $days } para a mediação.
room-fact-extended = Os dois lados deram mais { $days } à mediação.
room-fact-reminded = Lembrete: { $rule }, até { $date }.
room-fact-entry-claimed = { $name } assumiu o caso ({ $queue }).
room-fact-entry-released = O caso voltou à fila: { $queue }.
room-fact-entry-handed-over = { $name } passa a cuidar do caso ({ $queue }).
room-fact-entry-paused = Pergunta a { $who }, com prazo até { $date }. O prazo da equipe fica parado.
room-fact-entry-resumed = O prazo da equipe voltou a correr, até { $date }.
room-fact-entry-breached = O prazo passou sem decisão: { $queue }. A gestão da equipe foi avisada.
room-fact-entry-remitted = O caso volta à mediação, com outra pessoa mediando, até { $date }.
room-fact-entry-forwarded = O caso segue para: { $queue }. Motivo: { $ground }.
room-fact-entry-resolved = A análise terminou: { $queue }.
room-fact-obligation-overdue = O prazo passou: { $what }.
room-fact-obligation-breached = Descumprido: { $what }. O dossiê para execução fica pronto para quem tem a receber.
room-fact-obligation-presumed = Conta como feito, sem confirmação: { $what }.
room-fact-case-reopened = { $who } reabriu o caso.
room-fact-paper-filed = Documento pronto: { $paper }.
room-fact-sharing-allowed = { $who } marcou um arquivo: pode ser repassado.
room-fact-recommendation-agreed = Os dois lados aceitaram a recomendação { $number }. Ela vira o acordo.
room-fact-feedback-shared = { $who } deu nota { $score } de 5: { $comment }
room-fact-question-lapsed = { $who } não respondeu à pergunta a tempo.
room-fact-release-allowed = { $who } libera um item da sala conjunta. Falta o outro lado.
room-fact-release-allowed-own = { $who } libera um item da própria conversa reservada.

## Proposals

room-offer-of = Proposta { $number } de { $name }
room-offer-yours = Sua proposta { $number }

room-chip-faster = mais rápido
room-chip-later = mais tarde
room-chip-as-you-asked = como você propôs
room-chip-same = igual
room-chip-due-changed = prazo mudou
room-chip-text-changed = descrição mudou

room-idea = Ideia de { $name }

## Turn and stages

room-turn-proposal = proposta { $number }
room-time-left = vence em { $time }
room-time-over = venceu há { $time }
room-hours-minutes = { $hours } h { $minutes } min
room-hours = { $hours } h
room-minutes = { $minutes } min
room-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
  }
room-why-date = Por que esta data?
room-turn-officer = O caso está com: { $queue }

## A case that does not settle
room-recommendation = Recomendação { $number }: { $name }
room-release = Passar para a análise
room-release-done = Passado para a análise
room-release-waits = Você liberou. Falta { $name }
room-release-asked = { $name } liberou. Falta você

room-stages = Etapas
room-stage-step = Etapa { $n } de 5: { $stage }
room-stage-all = As 5 etapas foram concluídas
room-stage-done = { $stage }, concluída
room-stage-now = { $stage }, etapa atual
room-stage-later = { $stage }, depois

## Waiting

## Small words

# Whose people read here: the company or team, then its people.
room-listeners-of = { $house } ({ $names })
room-and = { $a } e { $b }
room-queue-company_ombudsman = ouvidoria da empresa { $company }
room-queue-company_legal = jurídico da empresa { $company }
room-queue-operator_ombudsman = ouvidoria independente da plataforma
room-queue-operator_legal = jurídico da plataforma
room-length-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
  }
room-length-working_days = { $count ->
    [one] { $count } dia útil
   *[other] { $count } dias úteis
  }
room-cancel = Cancelar

## Editor and lists

# O relato de uma empresa que convidou
room-fact-addressee-confirmed = { $who } confirmou quem é.
room-fact-invitation-misdirected = O convite chegou a outra pessoa: o endereço estava errado.
room-fact-invitation-called-back = A empresa retirou o convite.
