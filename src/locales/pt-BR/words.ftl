### Words of the domain, shared by the page, the mails and the paper.

## Phases
phase-intake = Entrada
phase-negotiation = Negociação
phase-mediation = Mediação
phase-agreed = Acordo a assinar
phase-settled = Acordo assinado
phase-escalated_ombudsman = Na ouvidoria
phase-escalated_legal = No jurídico
phase-closed_fulfilled = Encerrado: cumprido
phase-closed_settled_unconfirmed = Encerrado: sem confirmação
phase-closed_no_agreement = Encerrado: sem acordo
phase-closed_refused = Encerrado: não aceito
phase-closed_withdrawn = Encerrado: retirado
phase-closed_misdirected = Encerrado: convite chegou à pessoa errada
phase-closed_called_back = Encerrado: convite retirado
phase-closed_abandoned = Encerrado: sem resposta
phase-closed_final_answer = Encerrado: resposta final
phase-closed_referred_to_court = Encerrado: encaminhado à Justiça
phase-closed_released = Encerrado: dispensado por quem recebe
phase-closed_enforced_elsewhere = Encerrado: cobrado por outra via

## Stages
stage-opening = abertura
stage-facts = fatos
stage-negotiating = negociação
stage-agreement = acordo
stage-signing = assinatura

## Seats and sides
seat-consumer = parte consumidora
seat-company = empresa
seat-mediator = mediação
seat-ombudsman = ouvidoria
seat-legal = jurídico
seat-coordinator = coordenação
seat-system = acordo
mediator-unnamed = quem medeia

## Roles in an organisation
role-manager = Gestão
role-rep = Representante
role-viewer = Leitura
role-admin = Administração
role-coordinator = Coordenação
role-mediator = Mediação
role-auditor = Auditoria
role-ombudsman = Ouvidoria
role-legal = Jurídico

## Queues: who has the case, how far they are, what they are given
queue-company_ombudsman = Ouvidoria da empresa
queue-company_legal = Jurídico da empresa
queue-operator_ombudsman = Ouvidoria independente da plataforma
queue-operator_legal = Jurídico da plataforma
entry-state-waiting = Esperando quem assuma
entry-state-claimed = Em análise
entry-state-waiting_for_party = Esperando resposta
entry-state-remitted = Devolvido à mediação
entry-state-forwarded = Encaminhado
entry-state-resolved = Concluído
priority-urgent = Urgente
priority-normal = Normal
priority-low = Baixa
left-out-joint_conversation = A sala conjunta, com suas mensagens e propostas
left-out-private_conversations = As conversas reservadas da mediação
left-out-mediator_notes = As notas de quem medeia
left-out-company_notes = As notas da equipe da empresa
left-out-unmarked_evidence = Documentos que quem enviou não liberou
left-out-former_review = A análise da equipe anterior
left-out-why-needs_both_sides = É confidencial e só passa adiante se os dois lados liberarem.
left-out-why-needs_its_side = É confidencial e só passa adiante se quem disse liberar.
left-out-why-never_passed_on = Nunca é passado adiante.
left-out-why-needs_its_owner = Só passa adiante se quem enviou marcar.
document-final_term = Termo final
document-certificate = Declaração do procedimento
document-procedure = Registro do procedimento
document-enforcement = Dossiê para execução
document-receipt = Recibo da reclamação
consent-joint_export = Incluir a sala conjunta no registro
consent-former_caucus = Abrir a conversa reservada anterior

## Trades
trade-retail = Lojas e comércio
trade-telecom = Telefone e internet
trade-travel = Viagens
trade-banking = Bancos e cartões
trade-energy = Energia e água
trade-health = Saúde
trade-education = Educação
trade-insurance = Seguros
trade-delivery = Entregas
trade-other = Outro ramo

## What the consumer asks for
remedy-refund = Dinheiro de volta
remedy-replace = Troca do produto
remedy-repair = Conserto
remedy-redo_service = Fazer o serviço de novo
remedy-reduce_price = Abatimento no preço
remedy-cancel_contract = Cancelar o contrato
remedy-correct_record = Corrigir um cadastro ou cobrança
remedy-deliver = Entregar o que comprei
remedy-explain = Uma explicação
remedy-other = Outra coisa

## Obligations
obligation-refund = Dinheiro de volta
obligation-pay = Pagamento
obligation-replace = Troca do produto
obligation-repair = Conserto
obligation-redo_service = Refazer o serviço
obligation-reduce_price = Abatimento no preço
obligation-discount = Desconto
obligation-voucher = Vale-compra
obligation-cancel_contract = Cancelamento do contrato
obligation-correct_record = Correção de cadastro
obligation-deliver = Entrega
obligation-apologise = Pedido de desculpas
obligation-explain = Explicação
obligation-other = Outro compromisso
obligation-state-due = A cumprir
obligation-state-reported = Informado como feito
obligation-state-disputed = Contestado
obligation-state-confirmed = Confirmado
obligation-state-presumed = Sem confirmação
obligation-state-released = Dispensado

## Proposals
proposal-state-open = Aberta
proposal-state-accepted = Aceita
proposal-state-declined = Recusada
proposal-state-countered = Respondida com outra
proposal-state-withdrawn = Retirada
proposal-state-expired = Vencida
proposal-state-superseded = Substituída
proposal-state-not_agreed = Sem o aceite dos dois lados
proposal-state-closed = Encerrada com a fase

## Grounds
decline-amount_too_low = O valor é baixo
decline-amount_too_high = O valor é alto
decline-too_late = O prazo é longo
decline-not_what_i_asked = Não é o que pedi
decline-not_possible = Não é possível cumprir
decline-other = Outro motivo
impasse-time_over = O tempo acabou
impasse-no_agreement = Não houve acordo
impasse-conduct = Conduta de uma das partes
impasse-not_suitable = O caso não é adequado à mediação
impasse-no_representative = Um dos lados ficou sem representante
agreement-refuse-wording_wrong = O texto está errado
agreement-refuse-terms_not_mine = Não foi isso que combinei
agreement-refuse-changed_mind = Mudei de ideia
agreement-refuse-need_advice = Quero me aconselhar antes
agreement-refuse-other = Outro motivo
hand-over-absence = Ausência
hand-over-expertise = Conhecimento do assunto
hand-over-authority = Alçada
hand-over-conflict = Conflito de interesses
hand-over-workload = Carga de trabalho
hand-over-other = Outro motivo
hide-insult = Ofensa
hide-threat = Ameaça
hide-personal_data = Dados pessoais
hide-off_topic = Fora do assunto
refuse-out_of_scope = Fora do que tratamos
refuse-not_a_consumer_dispute = Não é conflito de consumo
refuse-in_court = Já está na Justiça
refuse-abusive = Conteúdo abusivo
refuse-incomplete = Faltam informações
final-agreement = Acordo
final-mediator_declaration = Declaração de quem medeia
final-time_over = O prazo da mediação acabou
final-no_mediator = Não havia mais quem mediasse
final-agreement_stands = O acordo já assinado continua valendo
final-consumer_left = A parte consumidora deixou a mediação
final-company_left = A empresa deixou a mediação
final-both_left = Nenhum dos lados aceitou os termos da mediação
final-consumer_did_not_accept = A parte consumidora não aceitou os termos com quem passou a mediar
final-company_did_not_accept = A empresa não aceitou os termos com quem passou a mediar
final-neither_accepted = Nenhum dos lados aceitou os termos com quem passou a mediar
final-invitation_refused = Convite recusado
final-invitation_lapsed = Convite sem resposta
final-withdrawn = Reclamação retirada
final-representative_missing = A empresa não enviou outra pessoa a tempo
final-procedure_over = O prazo de todo o procedimento acabou
final-proposals_refused = As propostas foram recusadas
final-officer_closed = Encerrado pela equipe que analisou o caso
final-abandoned = A parte consumidora não respondeu mais
final-unconfirmed = Acordo informado como cumprido, sem confirmação
remove-insult = Ofensa
remove-threat = Ameaça
remove-disruption = Perturbação da conversa
forward-not_agreed = Não houve acordo
forward-not_competent = Não cabe a esta equipe
forward-conflict_of_interest = Conflito de interesses
forward-final_answer = A empresa deu a resposta final
forward-legal_question = Questão jurídica
forward-overdue = A equipe da empresa não respondeu no prazo
escalation-impasse = A mediação terminou sem acordo
escalation-party_left = Uma das partes saiu da mediação
escalation-terms_not_accepted = Os termos da mediação não foram aceitos no prazo
escalation-no_first_reply = A empresa não respondeu no prazo
escalation-procedure_over = O prazo de todo o procedimento acabou
escalation-representative_missing = A empresa não enviou outra pessoa
escalation-proposals_refused = Propostas recusadas, a pedido da parte consumidora
escalation-breach = O acordo não foi cumprido
escalation-remit_over = A nova mediação terminou sem acordo
escalation-forwarded = Encaminhado por outra equipe
escalation-company_overdue = A equipe da empresa não respondeu no prazo
escalation-invitation_refused = A empresa recusou o convite
escalation-no_mediator = A mediação ficou sem quem mediasse

## Whose turn: what you do
turn-yours-admit = Sua vez: admita o caso
turn-yours-answer_invitation = Sua vez: responda ao convite
turn-yours-reply = Sua vez: responda
turn-yours-answer_proposal = Sua vez: responda à proposta
turn-yours-accept_ground_rules = Sua vez: aceite os termos da mediação
turn-yours-assign_mediator = Sua vez: indique quem vai mediar
turn-yours-replace_mediator = Sua vez: falta a assinatura de quem medeia
turn-yours-accept_mediation = Sua vez: aceite a mediação
turn-yours-mediate = Sua vez: conduza a conversa
turn-yours-answer_disclosure = Sua vez: diga se isso pode ser contado
turn-yours-confirm_summary = Sua vez: confirme o resumo
turn-yours-identify = Sua vez: complete seus dados
turn-yours-legal_identity = Sua vez: falta a identificação legal da empresa
turn-yours-draft = O acordo está sendo escrito
turn-yours-sign = Sua vez: leia e assine
turn-yours-perform = Sua vez: cumpra o combinado
turn-yours-confirm_obligation = Sua vez: diga se foi cumprido
turn-yours-review = Sua vez: analise o caso
turn-yours-claim = Sua vez: assuma o caso
turn-yours-answer_question = Sua vez: responda à pergunta
turn-yours-replace = Sua vez: indique outra pessoa
turn-yours-nothing = Nada a fazer agora

## Whose turn: others
turn-of-consumer = Vez de { $name }
turn-of-company = Vez da empresa { $name }
turn-of-mediator = Vez de { $name }
turn-of-both = Vez das duas partes
turn-of-coordinator = Vez da coordenação
turn-of-officer = Vez da ouvidoria ou do jurídico
turn-of-several = Faltam assinaturas
turn-of-system = Um momento: estamos preparando
turn-of-nobody = Ninguém precisa agir agora
turn-what-admit = Admitir o caso
turn-what-answer_invitation = Responder ao convite
turn-what-reply = Responder
turn-what-answer_proposal = Responder à proposta
turn-what-accept_ground_rules = Aceitar os termos da mediação
turn-what-assign_mediator = Indicar quem vai mediar
turn-what-replace_mediator = Cuidar da assinatura de quem medeia
turn-what-accept_mediation = Aceitar a mediação
turn-what-mediate = Conduzir a conversa
turn-what-answer_disclosure = Dizer se isso pode ser contado
turn-what-confirm_summary = Confirmar o resumo
turn-what-identify = Completar os dados
turn-what-legal_identity = Registrar a identificação legal da empresa
turn-what-draft = Escrever o acordo
turn-what-sign = Assinar o acordo
turn-what-perform = Cumprir o combinado
turn-what-confirm_obligation = Confirmar o cumprimento
turn-what-review = Analisar o caso
turn-what-claim = Assumir o caso
turn-what-answer_question = Responder à pergunta
turn-what-replace = Indicar outra pessoa
turn-what-nothing = Nada
turn-until = Até { $when }
turn-over = Venceu { $when }
turn-answers-until = Responde até { $when }

## Deadlines: which rule set the date
deadline-invitation = Prazo para responder ao convite
deadline-first_reply = Prazo da primeira resposta da empresa
deadline-room_reply = Prazo para responder na sala
deadline-proposal_validity = Validade da proposta
deadline-mediator_accepts = Prazo para aceitar mediar
deadline-mediation = Prazo da mediação
deadline-procedure = Prazo de todo o procedimento
deadline-signatures = Prazo para assinar
deadline-obligation = Prazo do compromisso
deadline-confirmation = Prazo para confirmar
deadline-reflection = Tempo de reflexão antes de assinar
deadline-replace_representative = Prazo para a empresa enviar outra pessoa
deadline-remitted_mediation = Prazo da nova mediação
deadline-silent_consumer = Prazo para a parte consumidora responder
deadline-ombudsman_entry = Prazo da ouvidoria
deadline-legal_entry = Prazo do jurídico
deadline-follow_up = Acompanhamento
deadline-breach = Prazo antes de contar como não cumprido
deadline-question = Prazo para responder à pergunta
deadline-ground_rules = Prazo para aceitar os termos da mediação
deadline-mediator_missing = Próximo aviso à coordenação
deadline-admission = Prazo para admitir a reclamação
deadline-entry_overdue = Atendimento atrasado

## Signing
method-password = senha
method-totp = código do aplicativo
method-passkey = chave de acesso
method-email_code = código por e-mail

## Dates
date-weekday-1 = segunda
date-weekday-2 = terça
date-weekday-3 = quarta
date-weekday-4 = quinta
date-weekday-5 = sexta
date-weekday-6 = sábado
date-weekday-7 = domingo
date-month-1 = janeiro
date-month-2 = fevereiro
date-month-3 = março
date-month-4 = abril
date-month-5 = maio
date-month-6 = junho
date-month-7 = julho
date-month-8 = agosto
date-month-9 = setembro
date-month-10 = outubro
date-month-11 = novembro
date-month-12 = dezembro
date-first = 1º
date-day = { $weekday }, { $day } de { $month }
date-day-year = { $weekday }, { $day } de { $month } de { $year }
date-until = { $day }, { $time } ({ $clock })
date-hour = { $hour }h
date-hour-minute = { $hour }h{ $minute }
date-clock-brasilia = horário de Brasília
when-today = hoje, { $time }
when-yesterday = ontem, { $time }
when-day = { $day }, { $time }
when-today-alone = Hoje
when-yesterday-alone = Ontem
due-on = até { $day }
due-days = { $days ->
    [0] no dia da assinatura
    [one] 1 dia após a assinatura
   *[other] { $days } dias após a assinatura
}
due-working-days = { $days ->
    [0] no dia da assinatura
    [one] 1 dia útil após a assinatura
   *[other] { $days } dias úteis após a assinatura
}
