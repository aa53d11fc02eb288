### Texts of the rooms that no log shows at once: sheets, the editor of offers, the cards of caucuses and reviews.

## Messages

room-hide-title = Ocultar esta mensagem?
room-hide-body = A sala conjunta mostra que você ocultou uma mensagem e por quê. O texto não aparece mais.

## Papers of procedure

room-access = Quem consultou este caso
room-access-lead = Ouvidoria, jurídico, gestão e coordenação: quem olhou, quando e o quê.
room-papers-volume = Volume em PDF
room-papers = Documentos do procedimento
room-papers-none = Ainda não há documentos do procedimento.
room-papers-numbered = { $name } { $number }
room-papers-final_term = Como e por que a mediação terminou
room-papers-certificate = Prova que houve tentativa de acordo, sem dizer o que se falou
room-papers-procedure = Fatos e datas do caso, com provas
room-papers-now = Registro do procedimento até agora
room-papers-now-about = Os fatos do caso até este momento
room-papers-enforcement = O acordo e o que não foi cumprido, para levar à Justiça
room-papers-receipt = O que você pediu, quando chegou à empresa e se ela respondeu, até hoje
room-papers-agreements = Acordos
room-papers-agreement = Acordo, versão { $version }, de { $date }
room-papers-get = Baixar { $name } em { $format }
room-record = Registro do caso
room-record-procedural = Os fatos do procedimento e suas provas, sem conversas e sem valores.
room-record-procedural-get = Baixar o procedimento (ZIP)
room-record-joint = O que você leu na sala conjunta, com as provas.
room-record-joint-get = Baixar com a conversa (ZIP)
room-record-missing = Falta a permissão de: { $names }
room-record-allowed = Os dois lados permitem.
room-record-officers = A ouvidoria e o jurídico só levam a sala conjunta no registro se os dois lados permitirem. As conversas reservadas nunca entram.
room-consent-give = Permitir
room-consent-withdraw = Retirar a permissão
room-former-open = Quem medeia agora pode ler o que você disse a quem mediava antes.
room-former-closed = Quem medeia agora não lê o que você disse a quem mediava antes, a menos que você permita.

## What the mediator heard, and asks to tell

room-summary = O que { $name } entendeu
room-summary-of = Resumo para { $name }
room-summary-confirm = É isso
room-summary-correct = Corrigir
room-summary-correct-label = O que está diferente?
room-summary-correct-send = Enviar correção
room-summary-confirmed = Confirmado
room-summary-waits = { $name } ainda não confirmou
room-disclosure-to-company = { $mediator } pede para contar à empresa:
room-disclosure-to-consumer = { $mediator } pede para contar a { $consumer }:
room-disclosure-asked-company = Pedido para contar à empresa
room-disclosure-asked-consumer = Pedido para contar a { $consumer }
room-disclosure-allow = Pode contar
room-disclosure-deny = Não contar
room-disclosure-waits = { $name } ainda não respondeu
room-disclosure-allowed = { $name } autorizou
room-disclosure-denied = { $name } não autorizou
room-disclosure-used = Levado à sala conjunta
room-disclosure-bring = Levar à sala conjunta

## Proposals

room-accept-title = Aceitar a proposta { $number }
room-accept-check = Confira antes de aceitar
room-accept-you-get = Você recebe: { $what }
room-accept-you-owe = Seu compromisso: { $what }
room-accept-other-owes = Compromisso de { $name }: { $what }
room-accept-closes = O que isso encerra:
room-accept-closes-what = a reclamação sobre { $subject }.
room-accept-not-final = Ainda não é definitivo:
room-accept-not-final-what = você lê o acordo completo e só assina se concordar.
room-accept-doubt = Dúvida sobre seus direitos? Mostre o acordo a alguém de confiança ou procure orientação jurídica antes de assinar.
room-accept-yes = Sim, aceito
room-accept-back = Voltar
room-accept-changed = A proposta mudou enquanto você lia. Nada foi aceito. Veja a mais nova.
room-accept-offline = Aceitar precisa de internet. Nada foi enviado.
room-accept-closed = Esta proposta não está mais em aberto. Nada foi aceito.

room-decline-title = Recusar a proposta { $number }
room-decline-why = Por quê? (opcional)
room-decline-would-work = O que daria certo? (opcional)
room-decline-would-work-hint = Quem fez a proposta lê isto.
room-decline-yes = Recusar

room-idea-yours = Sua ideia, só { $mediator } vê
room-idea-allow = Pode levar ao outro lado
room-idea-allow-title = Mostrar esta ideia a { $name }?
room-idea-allow-lead = Quem medeia pode apresentá-la na sala conjunta como proposta sua, com número. { $name } poderá aceitar.
room-idea-allowed = Pode ser levada ao outro lado
room-idea-not-allowed = Só quem medeia vê
room-idea-convey = Levar como proposta
room-idea-convey-title = Levar esta ideia à sala conjunta?
room-idea-convey-lead = Ela vira a proposta { $number }, em nome de { $name }. Todos veem, e o outro lado pode aceitar.
room-idea-conveyed = Levada como proposta { $number }

## Turn and stages

room-why-title = De onde vêm as datas
room-why-none = Nenhum prazo corre agora.
room-why-started = Conta desde { $date }
room-why-owner = Quem age: { $name }
room-why-both = os dois lados
room-why-paused = Parado enquanto se espera uma resposta.
room-why-breach = Passado o prazo, há { $length } antes de contar como descumprido. Então o caso vai ao jurídico.
room-why-question = Quem perguntou marcou até quando espera a resposta. Depois a análise segue sem ela.
room-why-ground_rules = Cada lado tem { $length } para aceitar os termos da mediação. Depois há um lembrete e a coordenação é avisada; quem não aceita sai da mediação.
room-why-mediator_missing = Ninguém está livre para mediar. A coordenação recebe um aviso a cada dia útil até indicar alguém.
room-why-admission = A coordenação tem { $length } para admitir ou recusar a reclamação, e recebe um lembrete a cada dia útil depois disso.
room-why-entry_overdue = O prazo da equipe acabou: a coordenação é avisada todo dia útil até alguém responder.
room-why-length-unknown = um prazo fixado

## A case that does not settle

room-where-title = Onde está o seu caso
room-where-state = Situação
room-where-ground = Por que veio
room-where-since = Desde
room-where-officer = Com quem
room-where-nobody = ainda ninguém
room-where-until = Até
room-where-late = o prazo passou
room-where-ended = Terminou
room-where-next = O que pode acontecer agora
room-where-next-1 = Perguntas a cada lado. Os dois leem a pergunta e a resposta.
room-where-next-2 = Uma recomendação de acordo, ou uma nova mediação com outra pessoa mediando.
room-where-next-company = Sem acordo, o caso vai à ouvidoria independente da plataforma.
room-where-next-operator = Sem acordo, o caso se encerra e os documentos do procedimento ficam prontos.
room-handover = O que foi passado para a análise
room-handover-lead = Preparado: { $date }. Não muda mais; o que for liberado depois aparece abaixo.
room-handover-in = Está no dossiê
room-handover-complaint = Ler a reclamação
room-handover-procedure = Os fatos do procedimento: entradas, prazos e fases ({ $count })
room-handover-files = { $count ->
    [0] Nenhum arquivo foi marcado para ser repassado
    [one] 1 arquivo que quem enviou marcou
   *[other] { $count } arquivos que quem enviou marcou
}
room-handover-out = Ficou de fora, e por quê
room-question-you = { $who } pergunta a você
room-question-of = { $who } pergunta a { $name }
room-question-answer = Sua resposta
room-question-hint = O outro lado também lê a resposta e os anexos. Responda até { $date }.
room-question-attach = Anexar fotos ou documentos
room-question-empty = Escreva a resposta.
room-question-send = Enviar resposta
room-question-waits = Espera resposta de { $name } até { $date }.
room-released-joint = Dito por { $who } na sala conjunta, { $date }. Liberado pelos dois lados.
room-released-own = Dito por { $who } em particular, { $date }. Liberado por quem disse.
room-extend = Pedir mais tempo
room-extend-other = Pedir outro prazo
room-extend-days = Quantos dias a mais
room-extend-hint = Vale quando os dois lados pedem o mesmo.
room-extend-fault = Escreva um número de 1 a { $max }.
room-extend-send = Pedir estes dias
room-extend-agree = Concordar com mais { $days }
room-extend-yours = Você pediu mais { $days }. Falta o outro lado.
room-extend-theirs = { $name } pede mais { $days }.
room-why-invitation = O convite vale { $length }. Sem resposta, conta como recusa.
room-why-first_reply = A empresa tem { $length } para a primeira resposta. Depois o caso vai à ouvidoria.
room-why-room_reply = Cada resposta na sala tem { $length }. Depois há lembretes e a central é avisada.
room-why-proposal_validity = Quem fez a proposta { $number } escolheu até quando ela vale.
room-why-mediator_accepts = A pessoa indicada tem { $length } para aceitar mediar. Depois outra é indicada.
room-why-mediation = A mediação dura até { $length }. Os dois lados podem prorrogar.
room-why-procedure = O caso dura até { $length } sem acordo. Depois vai à ouvidoria.
room-why-signatures = Depois de escrito, o acordo pode ser assinado até esta data. Depois o caso volta à conversa.
room-why-obligation = É o prazo combinado no acordo.
room-why-confirmation = Sem confirmação depois de dois lembretes, conta como feito nesta data. Quem reclamou ainda pode reabrir o caso.
room-why-reflection = É tempo para a parte consumidora pensar antes de assinar, a menos que abra mão dele.
room-why-replace_representative = A empresa tem { $length } para enviar outra pessoa. Depois o caso vai à ouvidoria.
room-why-remitted_mediation = A mediação devolvida tem { $length }. Sem acordo, o caso volta a quem a devolveu.
room-why-silent_consumer = Depois de três lembretes há { $length }. Então o caso se encerra e pode ser reaberto.
room-why-ombudsman_entry = A ouvidoria tem { $length }. Se passar, a gestão da equipe é avisada.
room-why-legal_entry = O jurídico tem { $length }. Se passar, a gestão da equipe é avisada.
room-why-follow_up = Perguntamos se está tudo bem { $length } depois do último compromisso.

## Pause before a heated message

room-tone-title = Quer rever antes de enviar?
room-tone-body = Faz sentido estar com raiva. A parte sublinhada pode fazer a empresa se defender em vez de resolver.
room-tone-body-company = É normal sentir pressão. A parte sublinhada pode fazer { $name } se sentir sem resposta.
room-tone-body-evasive = A parte sublinhada pode soar como texto pronto. Diga o que você vai fazer e quando.
room-tone-body-calming = Pedir calma costuma irritar mais. No lugar da parte sublinhada, diga o que você entendeu ou o que vai fazer.
room-tone-review = Rever a mensagem
room-tone-mediator = Enviar só a quem medeia
room-tone-anyway = Enviar assim mesmo
room-tone-only-you = Só você vê este aviso. Ele não fica registrado.
room-tone-off = Não mostrar mais este aviso
room-tone-help = Se você ou alguém corre perigo, ligue agora: 190 (polícia), 192 (ambulância) ou 188 (CVV, apoio emocional, 24 horas).

## Editor and lists

room-offer-new = Nova proposta
room-edit-title = Sua proposta
room-edit-title-answer = Responder à proposta { $number }
room-edit-title-mediator = Propor na mediação
room-edit-title-idea = Dar uma ideia a quem medeia
room-edit-term = Termo { $number }
room-edit-kind = O quê
room-edit-debtor = Quem faz
room-edit-amount = Valor em { $currency }
room-edit-amount-less = Menos { $amount }
room-edit-amount-more = Mais { $amount }
room-edit-currency = Moeda
room-edit-due-days = dias após assinar
room-edit-due-working-days = dias úteis após assinar
room-edit-due-date = até uma data
room-edit-days = Quantos dias
room-edit-days-less = Menos 1 dia
room-edit-days-more = Mais 1 dia
room-edit-date = Data
room-edit-description = Detalhe (opcional)
room-edit-description-needed = Detalhe
room-edit-description-hint = Como, onde, qual produto. Exemplo: por Pix.
room-edit-add = Acrescentar termo
room-edit-remove = Tirar termo { $number }
room-edit-clauses = Outras condições
room-edit-clause = Condição { $number }
room-edit-clause-add = Acrescentar condição
room-edit-clause-remove = Tirar condição { $number }
room-edit-note = Mensagem junto com a proposta (opcional)
room-edit-valid = Vale por
room-edit-valid-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
  }
room-edit-preview = Como { $name } vai ver
room-edit-preview-both = Como os dois lados vão ver
room-edit-look-ask = O que você pede
room-edit-look-give = O que você oferece
room-edit-check = Conferir antes de enviar
room-edit-send-to = Enviar proposta para { $name }
room-edit-send-both = Enviar proposta para os dois
room-edit-send-idea = Dar a ideia só a { $name }
room-edit-cancel = Voltar à conversa
room-edit-moved = Chegou uma proposta nova enquanto você escrevia. O que você digitou está guardado. Confira antes de enviar.
room-edit-gone = A proposta { $number } não está mais em aberto. O que você digitou continua aqui e vai como proposta nova.
room-edit-gap = Faltam { $amount } para a sua proposta encontrar a proposta de { $name }.
room-edit-gap-none = O valor já é igual ao que { $name } propôs.
room-edit-draft-only-you = rascunho, só você vê
room-errors = { $count ->
    [one] Há { $count } campo para corrigir
   *[other] Há { $count } campos para corrigir
  }
room-error-amount-missing = Escreva o valor. Exemplo: 1.280,00.
room-error-due-missing = Escreva um prazo.
room-error-due-past = Escolha uma data de hoje em diante.
room-error-description-missing = Diga em poucas palavras o que será feito.
room-error-terms-empty = Acrescente ao menos um termo.
room-error-clause-value-missing = Escreva o número da cláusula. Exemplo: 2 ou 0,5.
room-error-clause-value-out = O número passa do limite, ou fica abaixo dele.
room-error-not-sent = Não foi enviado: { $reason } O que você escreveu está guardado.
room-error-offline = Sem internet. O que você escreveu está guardado. Tente de novo com internet.
room-compare = Comparar propostas
room-compare-term = Termo
room-compare-show-same = Mostrar termos iguais
room-compare-hide-same = Esconder termos iguais
room-edit-due = Como contar o prazo
room-edit-take-out = Tirar
room-edit-put-back = Pôr de volta: { $what }
room-edit-sent = Proposta enviada.
room-gap-title = O dinheiro está se aproximando?
room-gap-table = Ver tabela

room-idea-give = Dar uma ideia

consumer-documents-none = Nenhum arquivo enviado ainda. Anexe uma foto ou arquivo ao escrever.
consumer-documents-joint = Com todos
consumer-documents-private = Só na mediação
consumer-documents-agreement = Acordo
consumer-menu-cases = Ver meus casos
consumer-menu-rules = Regras da mediação
consumer-menu-mediator = Pedir mediação
consumer-menu-mediator-body = Uma pessoa imparcial entra na conversa para mediar. Para você é de graça. Vocês podem conversar em particular.
consumer-menu-mediator-yes = Pedir mediação
consumer-menu-leave = Sair da mediação
consumer-menu-leave-body = A mediação termina sem acordo e o caso segue para a ouvidoria. Você continua podendo ler o que já lia e ir ao Procon ou à Justiça.
consumer-menu-leave-yes = Sair da mediação
consumer-menu-withdraw = Retirar a reclamação
consumer-menu-withdraw-body = O caso se encerra agora. Para voltar, será preciso fazer outra reclamação.
consumer-menu-withdraw-yes = Retirar e encerrar
consumer-menu-device = Este dispositivo não é meu
consumer-menu-device-body = Apagamos deste dispositivo o que você escreveu e não enviou, e você sai do caso aqui.
consumer-menu-device-yes = Apagar e sair
consumer-menu-person = Falar com uma pessoa
consumer-menu-help = Tem dúvida sobre os seus direitos? Fale com o Procon (151) ou a Defensoria Pública antes de decidir.
consumer-feedback-title = Está tudo bem?
consumer-feedback-solved = O problema foi resolvido?
consumer-feedback-yes = Sim, foi resolvido
consumer-feedback-no = Não foi resolvido
consumer-feedback-no-effect = Conte o que falta. O caso volta à conversa e o acordo continua valendo: o que já foi confirmado continua confirmado.
consumer-feedback-unsolved = O que não foi resolvido?
consumer-feedback-unsolved-hint = A empresa { $company } vai ler isto na conversa.
consumer-feedback-unsolved-fault = Escreva o que não foi resolvido
consumer-feedback-ends = Com esta resposta o caso se encerra. O acordo continua valendo.
consumer-feedback-score = Como foi para você?
consumer-feedback-1 = 1: Muito ruim
consumer-feedback-2 = 2: Ruim
consumer-feedback-3 = 3: Nem bom nem ruim
consumer-feedback-4 = 4: Bom
consumer-feedback-5 = 5: Muito bom
consumer-feedback-score-hint = A nota não muda o seu acordo.
consumer-feedback-words = Quer contar mais? (opcional)
consumer-feedback-share = A empresa { $company } pode ler este comentário
consumer-feedback-missing = Escolha uma resposta.
consumer-feedback-send = Enviar

# Clauses of the house's library
clause-kind-release = Quitação
clause-kind-penalty = Multa
clause-kind-interest = Juros
clause-kind-acceleration = Parcelas
clause-kind-forum = Justiça
clauses-chosen = Cláusulas do acordo
clauses-title = Cláusulas prontas (opcional)
clauses-count = { $count ->
    [one] { $count } escolhida
   *[other] { $count } escolhidas
  }
clauses-lead = O que encerra, o que acontece em caso de atraso e onde ir à Justiça. Toque para escolher; cada uma diz o que significa.
clauses-figure-percent = Quanto (%)
clauses-figure-percent_a_month = Quanto por mês (%)
clauses-figure-percent_a_year = Quanto por ano (%)
clauses-figure-days = Quantos dias
clauses-bounds = De { $least } a { $greatest }. Limite: { $by }.
clauses-house-rule = regra desta casa
clauses-less = Menos
clauses-more = Mais
print-fault = O documento não consegue imprimir { $signs }. { $count ->
    [one] Escreva esse sinal com palavras.
   *[other] Escreva esses sinais com palavras.
  }

## The terms of the mediation, and the case beside the room
ground-rules-title = Antes de escrever na mediação
ground-rules-lead = { $name } aceitou mediar. Leia e aceite os termos da mediação.
ground-rules-1 = A mediação é confidencial. Nem quem medeia pode contar, salvo as exceções da lei.
ground-rules-2 = Quem medeia não decide: ajuda vocês a decidir.
ground-rules-3 = Na conversa reservada, o outro lado não vê nada. Só as palavras que você permitir são levadas a ele.
ground-rules-4 = Respeito sempre. Quem medeia pode pausar a sala conjunta.
ground-rules-5 = Você pode sair quando quiser.
ground-rules-accept = Aceito os termos da mediação
consumer-case = Seu caso
consumer-case-reference = Número
consumer-case-company = Empresa
consumer-case-mediator = Mediação
consumer-case-filed = Aberto em
consumer-case-phase = Situação

## Where a case is that did not settle
room-where-queue = O caso está com: { $queue }
room-where-companys = É uma equipe da própria empresa, que também lê a sala conjunta.
room-where-yours = É uma equipe da sua empresa, que também lê a sala conjunta.
room-where-independent = Não pertence à empresa. Ouve os dois lados juntos.
room-where-has = { $name } cuida do caso.
room-where-unclaimed = Ninguém da equipe assumiu o caso ainda.
room-where-asked = Espera uma resposta ({ $name }). O prazo da equipe está parado.
room-where-asked-you = Espera a sua resposta. O prazo da equipe está parado.
room-where-more = Saber mais
room-where-remitted = De volta à mediação, com outra pessoa mediando
room-where-remitted-by = Quem devolveu: { $queue }.
room-where-remitted-until = Esta mediação dura até { $date }.
room-where-awaited = Esperamos outra pessoa de { $name } até { $date }
room-where-awaited-you = Até lá ninguém escreve na sala conjunta. Entre no caso para continuar.
room-where-awaited-then = Até lá a sala conjunta fica parada. Se ninguém vier, o caso vai à ouvidoria.
room-where-join = Entrar no caso

room-attach-limit = O limite é de { $megabytes } MB por arquivo. Diminua o arquivo e envie de novo.

# The card of an offer
room-offer-valid = vale até { $date }
room-offer-answers = Responde à proposta { $number }
room-offer-both = Precisa do aceite dos dois lados. Cada lado só vê a própria resposta.
room-offer-your-yes = Você aceitou. Só depois da resposta do outro lado se sabe se os dois aceitaram.
room-offer-your-no = Você recusou. Mesmo depois, só se saberá que não teve o aceite dos dois; nunca quem recusou.
room-offer-wait-both = Aguardando os dois
room-offer-accept = Aceitar
room-offer-counter = Propor outra
room-offer-decline = Recusar
room-offer-withdraw = Retirar proposta
room-offer-compare = Comparar
room-offer-waits = Espera resposta de { $name }
room-withdraw-title = Retirar a proposta { $number }?
room-withdraw-body = O outro lado verá que você a retirou.

# On its way
room-kept = Guardada, ainda não enviada
room-sending = Enviando
room-held = O caso andou enquanto você estava sem internet. Confira e envie.
room-held-send = Enviar agora
room-refused = Não enviada: { $reason }
room-refused-edit = Editar e enviar de novo
room-refused-drop = Descartar
room-attaching = Enviando { $name }
room-attaching-percent = { $percent } %
room-attach-unsure = Não sabemos se { $name } chegou. Envie de novo: o arquivo vai uma vez só.
room-attach-failed = { $name } não foi enviado: { $reason }
room-attach-up = já enviado
room-kept-loose = Espera para ser enviada. Este dispositivo não guardou: deixe a página aberta.
room-leaving = Retirando. Ainda não se sabe se já tinha chegado.
room-out-arrived = Já tinha chegado: está na conversa.
room-refused-again = Enviar de novo
room-take-back = Retirar
room-attached = Arquivos anexados
room-attached-count = { $count ->
    [one] 1 arquivo
   *[other] { $count } arquivos
}
room-attach-remove = Tirar { $name }

# Below the last message
room-wait-title = O que acontece agora
room-wait-answers = { $name } responde até { $date }.
room-wait-answers-open = { $name } ainda não respondeu.
room-wait-late-mediator = Sem resposta, { $mediator } envia um lembrete e avisa você.
room-wait-late = Sem resposta, a central de mediação envia um lembrete e avisa você.
room-wait-late-first = Sem resposta até { $date }, o caso segue para a ouvidoria independente.
room-wait-never = O silêncio da empresa nunca conta contra você.
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
consumer-deal-open = Abrir o acordo

consumer-menu-data = Baixar meus dados
consumer-menu-account = Conta e dispositivos

# Sem rede
room-kept-at = Lido pela última vez: { $when }

## Passing something on
room-share-title = Levar este arquivo à sala conjunta?
room-share-body = Todos verão { $name }. Isso não pode ser desfeito.
room-file-pass-title = Deixar repassar este arquivo?
room-file-pass-body = Se o caso for à ouvidoria ou ao jurídico, { $name } vai junto no dossiê, que os dois lados leem. Vale para o próximo encaminhamento e não dá para voltar atrás.
room-release-title = Passar este item para a análise?
room-release-body-joint = Este item só será lido se os dois lados liberarem (lê: { $officer }). { $name } verá que você liberou. Não dá para voltar atrás.
room-release-body-own = Isto foi dito em particular. Se você liberar, também { $name } vai ler, além de: { $officer }. Não dá para voltar atrás.
room-compare-none = não há

## The mediator's own
room-band-notes = Minhas notas
room-band-notes-readers = Só você vê. Ninguém mais, nem as partes.
room-region-notes = Suas notas, que só você vê
room-write-note = Escreva uma nota
room-send-note = Salvar nota
room-attach-note = Anexar arquivo às notas
room-empty-notes = Nada anotado ainda.
room-empty-private-mediator = Nada foi dito aqui. O que { $name } disser fica só entre vocês.
room-closed-floor-mediator = Você pausou a sala conjunta. As partes não podem escrever aqui.

## Leaving, the device or the case
frame-part-ended = Sua participação neste caso terminou
frame-part-ended-body = Você não lê mais o que é dito nele. O que você escreveu continua no registro do caso.
frame-part-ended-cases = Ver meus casos
leave-title = Sair sem enviar?
leave-lead = Isto ainda não foi enviado. Se você sair, será apagado deste dispositivo:
leave-message = Mensagem que espera: “{ $words }”
leave-file = Arquivo que espera: { $name }
leave-chosen = Arquivo escolhido: { $name }
leave-draft = Rascunho: “{ $words }”
leave-offer = Uma proposta que você começou
leave-complaint = Uma reclamação que você começou
leave-more = { $count ->
    [one] e mais 1
   *[other] e mais { $count }
}
leave-yes = Apagar e sair
leave-no = Ficar
leave-unheard = Você saiu deste dispositivo, mas o servidor ainda não sabe. Avisamos a ele assim que esta página estiver aberta com internet.

## Cards of the log that come after it

room-fact-words-disclosed = Dito por { $who } em conversa reservada, contado com autorização
room-answer-of = Resposta de { $who }, { $date }
room-close = Fechar
room-online = online
room-away = fora da página
room-floor-open = aberta
room-floor-paused = em pausa
room-fact-mediator-cases = { $count ->
    [0] Nunca mediou caso desta empresa.
    [one] Mediou { $count } caso desta empresa.
   *[other] Mediou { $count } casos desta empresa.
  }
room-fact-mediator-disclosed = Declaração de { $name }
room-complaint = Reclamação de { $name }
room-complaint-product = Produto ou serviço
room-complaint-order = Pedido
room-complaint-story = O que aconteceu
room-complaint-when = Quando
room-complaint-protocols = Protocolos de atendimento
room-complaint-amount = Valor em disputa
room-complaint-remedy = O que pede
room-complaint-accessibility = Acessibilidade
room-account = O relato da empresa { $name }
room-account-care = O que o atendimento já fez
room-account-protocol = protocolo { $number }
room-quote = “{ $text }”
room-offer-before = antes { $value }
room-offer-none-before = não havia antes
room-offer-same = Igual: { $terms }
room-offer-clauses = Outras condições
room-offer-bar = Proposta { $number } de { $name }: { $summary }
room-offer-see = Ver proposta
room-chip-more = { $amount } a mais
room-chip-less = { $amount } a menos
room-chip-new = novo
room-chip-removed = saiu
room-chip-better = melhor para você
room-chip-further = pior para você
