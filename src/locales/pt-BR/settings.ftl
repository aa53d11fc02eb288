# As regras dos casos novos, na página da administração.
settings-title = Regras dos casos novos
settings-lead = Prazos, limites e escolhas de { $name }.
settings-keep = O que muda aqui vale para casos que começarem depois. Os casos que já existem ficam com as regras com que começaram.
settings-group-intake = Entrada
settings-group-room = Conversa e propostas
settings-group-mediation = Mediação
settings-group-agreement = Acordo e cumprimento
settings-group-officers = Ouvidoria e jurídico
settings-on = Sim
settings-off = Não
settings-unit-days = dias
settings-unit-working-days = dias úteis
settings-unit-hours = horas
settings-unit-times = vezes
settings-amount-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
  }
settings-amount-working-days = { $count ->
    [one] { $count } dia útil
   *[other] { $count } dias úteis
  }
settings-amount-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
  }
settings-amount-times = { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
  }
settings-bounds = De { $least } a { $greatest }.
settings-usual = Padrão: { $value }.
settings-reset = Voltar ao padrão
settings-fault-number = Escreva um número inteiro.
settings-fault-bounds = Escreva um número de { $least } a { $greatest }.
settings-fault-above = Não pode ser mais do que “{ $other }”.
settings-changed = { $count ->
    [one] { $count } mudança não salva
   *[other] { $count } mudanças não salvas
  }
settings-none-changed = Nada mudou.
settings-saved = Salvo. Vale para os casos novos.
settings-save = Salvar
settings-undo = Desfazer
settings-log = O que mudou até hoje
settings-log-none = Ninguém mudou nada: valem os padrões da instalação.
settings-log-reset = volta ao padrão
settings-somebody = alguém que saiu da equipe

setting-admit_by_rule = Admitir casos por regra
setting-admit_by_rule-more = Com “sim”, cada reclamação é admitida na hora. Com “não”, a coordenação admite ou recusa cada uma, e quem reclamou espera por isso.
setting-admission_working_days = Tempo da coordenação para admitir
setting-admission_working_days-more = Quando os casos não são admitidos por regra. Depois deste tempo a coordenação é avisada todo dia.
setting-invitation_days = Tempo para responder ao convite
setting-invitation_days-more = A pessoa convidada tem este tempo desde que recebeu o convite. Depois ele conta como recusado.
setting-first_reply_days = Tempo da empresa para a primeira resposta
setting-first_reply_days-more = Depois deste tempo sem resposta, o caso vai para a ouvidoria.
setting-first_reply_in_working_days = Contar a primeira resposta em dias úteis
setting-first_reply_in_working_days-more = Vale para o tempo da empresa para a primeira resposta.
setting-procedure_days = Tempo do procedimento inteiro
setting-procedure_days-more = Da reclamação até o acordo; o tempo de assinar não conta. Depois o caso vai para a ouvidoria.
setting-room_reply_working_days = Tempo para responder na conversa
setting-room_reply_working_days-more = Vale para cada lado e para quem medeia. Depois vem um lembrete, e mais um a cada vez que este tempo passa.
setting-silent_consumer_days = Espera por quem reclamou e não responde
setting-silent_consumer_days-more = Conta a partir do terceiro lembrete. Depois o caso se encerra por falta de resposta, e pode ser reaberto.
setting-proposal_days = Validade de uma proposta
setting-proposal_days-more = Quando quem propõe não escolhe outra.
setting-proposal_days_max = Validade máxima de uma proposta
setting-proposal_days_max-more = Ninguém pode deixar uma proposta aberta por mais tempo.
setting-refusals_before_escalation = Propostas recusadas antes da ouvidoria
setting-refusals_before_escalation-more = Depois de recusar este número, quem reclamou pode levar o caso à ouvidoria.
setting-replace_representative_working_days = Tempo para enviar outra pessoa
setting-replace_representative_working_days-more = Quando um lado perde a única pessoa que o representa. Depois a mediação termina sem acordo.
setting-mediator_accept_working_days = Tempo para aceitar uma mediação
setting-mediator_accept_working_days-more = A pessoa indicada para mediar aceita ou não. Depois outra pessoa é indicada.
setting-ground_rules_working_days = Tempo para aceitar os termos da mediação
setting-ground_rules_working_days-more = Depois vem um lembrete a cada lado que falta.
setting-ground_rules_days = Espera pelos termos da mediação
setting-ground_rules_days-more = Quem não tiver aceitado os termos até então deixa a mediação, que termina.
setting-mediation_days = Duração da mediação
setting-mediation_days-more = Os dois lados podem prorrogar. Depois ela termina sem acordo.
setting-remitted_days = Duração de uma mediação devolvida
setting-remitted_days-more = Quando a ouvidoria ou o jurídico devolve o caso para a mediação.
setting-conflict_days = Impedimento por conflito
setting-conflict_days-more = Quem esteve com uma das partes, ou contra ela, não medeia casos dela por este tempo.
setting-company_pays = A empresa paga a mediação
setting-company_pays-more = Com “não”, paga a central de mediação. Quem reclamou nunca paga. O texto sobre o custo muda em páginas e e-mails dos casos novos.
setting-signature_days = Tempo para assinar o acordo
setting-signature_days-more = Depois o caso volta para a conversa.
setting-reflection_hours = Tempo para pensar antes de assinar
setting-reflection_hours-more = Quem reclamou só assina depois, ou se abrir mão desta espera. Com 0, não há espera.
setting-breach_days = Atraso até contar como descumprido
setting-breach_days-more = Conta a partir do vencimento. Depois vem o dossiê para execução e o caso vai para o jurídico.
setting-confirmation_reminder_days = Lembrete para confirmar o cumprimento
setting-confirmation_reminder_days-more = Entre o aviso de que foi cumprido e o primeiro lembrete, e dali até o segundo.
setting-confirmation_days = Espera pela confirmação
setting-confirmation_days-more = Conta a partir do segundo lembrete. Depois conta como feito, sem confirmação.
setting-follow_up_days = Pergunta se está tudo bem
setting-follow_up_days-more = Depois do último compromisso, perguntamos a quem reclamou, que dá uma nota.
setting-ombudsman_working_days = Tempo da ouvidoria
setting-ombudsman_working_days-more = Por caso na fila. Depois o caso aparece como atrasado e a gestão é avisada.
setting-legal_working_days = Tempo do jurídico
setting-legal_working_days-more = Por caso na fila. Depois o caso aparece como atrasado e a gestão é avisada.
setting-question_working_days = Tempo para responder à ouvidoria ou ao jurídico
setting-question_working_days-more = Quando a pergunta não diz outro.
setting-breach_to_company = Descumprimento vai para o jurídico da empresa
setting-breach_to_company-more = Com “sim”, vai para o jurídico da própria empresa, se ela tem um. Com “não”, para o da plataforma.
