### Texts of the queues and of the ombudsman's and legal officers' room.


## Queues

officer-queues = Filas
officer-shape = Mostrar como
officer-shape-table = Tabela
officer-shape-board = Quadro
officer-take-next = Assumir o próximo a vencer
officer-house-company_ombudsman = Ouvidoria da empresa { $name }. Não decide pelas partes; sem acordo, o caso vai à ouvidoria independente da plataforma.
officer-house-company_legal = Jurídico da empresa { $name }. Não decide pelas partes; sem acordo, o caso vai à plataforma.
officer-house-operator_ombudsman = Ouvidoria independente da plataforma ({ $name }). Não pertence a nenhuma das partes.
officer-house-operator_legal = Jurídico da plataforma ({ $name }). Não pertence a nenhuma das partes.
officer-breached-count = { $count ->
    [one] { $count } vencido
   *[other] { $count } vencidos
  }
officer-no-queues = Você não está em nenhuma fila.
officer-filter-all = Todos
officer-filter-breached = Vencidos
officer-filter-today = Vencem hoje
officer-filter-mine = Meus
officer-see-all = Ver todos
officer-order = Ordem: vencidos, prioridade, tempo de espera
officer-empty = Nenhum caso nesta fila. Quando um chegar, aparece aqui.
officer-empty-filter = Nenhum caso com este filtro.
officer-lane-arrived = Chegaram
officer-lane-review = Em análise
officer-lane-waiting = Esperando resposta
officer-lane-ended = Encerrados ou prontos para exportar
officer-lane-empty = Nenhum caso
officer-col-case = Caso
officer-col-names = Partes
officer-col-ground = Por que chegou
officer-col-clock = Prazo
officer-col-priority = Prioridade
officer-col-state = Situação
officer-col-holder = Com quem
officer-clock-over = Vencido há { $time }
officer-clock-paused = Parado: espera resposta
officer-clock-ended = Terminou em { $date }
officer-clock-until = Até { $when }
officer-yours = com você
officer-nobody = ninguém ainda
officer-has-it = Com quem está: { $name }
officer-menu = Ações para { $name }, { $reference }
officer-priority = Prioridade
officer-priority-is = Prioridade: { $priority }
officer-claim = Assumir o caso
officer-open = Abrir o caso
officer-release = Devolver à fila
officer-claimed = Você assumiu o caso { $reference }.
officer-released = O caso { $reference } voltou à fila.
officer-prioritised = Prioridade do caso { $reference }: { $priority }.
officer-claimed-by = { $name } assumiu este caso pouco antes de você.
officer-not-taken = Caso { $reference }: { $reason }

## A case of the queue, not in hand

officer-take-title = Este caso espera alguém
officer-take-lead = Você vê o que o procedimento registra: nomes, datas e motivos, sem conversas nem valores. Ao assumir, você recebe o dossiê.
officer-entry = Atendimento nesta equipe
officer-procedure = O que o procedimento registra
officer-fact-queue = Equipe
officer-fact-ground = Por que chegou
officer-fact-state = Situação
officer-fact-holder = Com quem está
officer-fact-since = Chegou
officer-fact-due = Prazo
officer-fact-waiting = Espera
officer-fact-outcome = Como terminou

## The room

officer-you-company_ombudsman = Ouvidoria da empresa: { $company }
officer-you-company_legal = Jurídico da empresa: { $company }
officer-you-operator_ombudsman = Ouvidoria independente da plataforma, neutra no caso com a empresa { $company }
officer-you-operator_legal = Jurídico da plataforma, neutro no caso com a empresa { $company }
officer-parts = Partes da página
officer-part-file = Dossiê
officer-part-review = Análise
officer-part-desk = Mesa
officer-released-items = Liberado depois ({ $count })
officer-released-none = Nada foi liberado além do dossiê.
officer-hidden = As respostas ficam ocultas até as duas chegarem. Depois se sabe só: aceita pelos dois, ou não.
officer-waits-for = Esperando a resposta: { $name }. O seu prazo está parado.
officer-review-hint = Os dois lados leem tudo o que você escreve aqui. Você não ouve ninguém em particular.
officer-notes = Notas da mesa
officer-notes-readers = Só a sua equipe lê. As partes nunca.
officer-note-new = Nova nota
officer-note-missing = Escreva a nota.
officer-note-save = Salvar nota
officer-note-done = Nota salva.
officer-note-to = para { $name }
officer-papers = Documentos e registros
officer-papers-none = Nenhum documento do procedimento ainda.
officer-paper = { $name }, { $date }
officer-record-procedural = Registro do procedimento com provas
officer-record-joint = Registro com a sala conjunta
officer-record-missing = Falta a autorização de: { $names }

## What an officer does

officer-more-acts = Mais ações
officer-act-ask = Fazer uma pergunta
officer-act-recommend = Recomendar termos
officer-act-offer = Propor pela empresa
officer-act-remit = Devolver à mediação
officer-act-forward = Encaminhar
officer-act-close = Encerrar o caso
officer-act-hand_over = Passar a outra pessoa da equipe
officer-act-prioritise = Mudar a prioridade
officer-act-release = Devolver à fila
officer-release-body = O caso volta à fila e outra pessoa da equipe pode assumir. O prazo continua correndo.
officer-reasons = Por que você recomenda estes termos (os dois lados leem)
room-error-reasons-missing = Escreva por que recomenda estes termos.
officer-nobody-else = Não há outra pessoa que possa assumir.
officer-ask-lead = Os dois lados leem a pergunta e a resposta. Enquanto isso o seu prazo fica parado.
officer-ask-side = Quem responde?
officer-ask-side-missing = Escolha quem responde.
officer-ask-question = Pergunta
officer-ask-missing = Escreva a pergunta.
officer-ask-due = Prazo para responder
officer-ask-due-rule = O das regras desta instalação
officer-ask-yes = Perguntar
officer-ask-done = Pergunta enviada a { $name }.
officer-hand-over-lead = A pessoa recebe o caso com o dossiê e a sua nota. Você deixa de ler a análise.
officer-hand-over-to = Para quem
officer-hand-over-to-missing = Escolha uma pessoa.
officer-hand-over-note = Nota de passagem (só a equipe lê)
officer-hand-over-note-missing = Escreva o que a pessoa precisa saber.
officer-hand-over-yes = Passar o caso
officer-hand-over-done = O caso foi passado.
officer-remit-lead = O caso volta à mediação por tempo limitado, com conversas reservadas novas. Só uma vez por equipe. Sem acordo, volta para cá.
officer-remit-who = Quem medeia
officer-remit-rotation = Por rodízio
officer-remit-yes = Devolver à mediação
officer-remit-done = O caso voltou à mediação.
officer-forward-lead = O caso segue para outra equipe, com um dossiê novo. As suas perguntas e respostas não vão junto. Os dois lados são avisados.
officer-forward-queue = Para onde
officer-forward-queue-missing = Escolha a equipe.
officer-forward-ground = Motivo
officer-forward-ground-missing = Escolha o motivo.
officer-forward-note = Nota para a outra equipe (opcional)
officer-forward-note-hint = É da mesma organização, por isso a nota pode ir junto. As partes não leem.
officer-decision-reasons = Razões da decisão
officer-decision-reasons-hint = Os dois lados leem este texto na página do caso. O e-mail só diz que ele está lá.
officer-decision-reasons-missing = Escreva as razões: os dois lados as leem.
officer-forward-no-note = É outra organização: nenhuma nota vai junto.
officer-forward-yes = Encaminhar
officer-forward-done = O caso foi encaminhado a: { $queue }.
officer-close-company = Dar a resposta final da empresa
officer-close-lead = O caso termina para os dois lados. Os documentos do procedimento são emitidos, e as recomendações abertas perdem a validade.
officer-close-lead-company = É a última palavra da empresa, não o fim do caso: ele segue para a ouvidoria independente da plataforma, e os dois lados são avisados.
officer-close-how = Como termina
officer-close-missing = Escolha como termina.
officer-close-no_agreement = Sem acordo
officer-close-no_agreement-more = As partes seguem livres para outros caminhos.
officer-close-final_answer = Resposta final
officer-close-final_answer-more = A análise terminou e não há mais o que fazer aqui.
officer-close-referred_to_court = Encaminhado à Justiça
officer-close-referred_to_court-more = O conflito segue na Justiça.
officer-close-enforced_elsewhere = Cobrado por outra via
officer-close-enforced_elsewhere-more = O acordo continua valendo e é cobrado fora daqui.
officer-close-released = Dispensado por quem recebe
officer-close-released-more = Quem tinha a receber disse que não cobra mais o que falta.
officer-close-fulfilled = Acordo cumprido
officer-close-fulfilled-more = Tudo foi confirmado por quem recebeu.
officer-close-settled_unconfirmed = Cumprimento sem confirmação
officer-close-settled_unconfirmed-more = O que foi informado como cumprido não foi confirmado nem contestado.
officer-close-yes = Encerrar o caso
officer-close-yes-company = Dar a resposta final
officer-close-done = O caso foi encerrado.
officer-close-done-company = Resposta final dada. O caso segue para a ouvidoria independente.
officer-priority-lead = Muda a ordem na fila: vencidos primeiro, depois prioridade, depois tempo de espera.
officer-priority-yes = Mudar
