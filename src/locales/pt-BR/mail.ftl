# Mensagens de e-mail. O assunto diz a ação; nunca traz valores nem detalhes da reclamação.

mail-greeting = Olá, { $name }.
mail-about-consumer = com a empresa { $company }
mail-about-company = de { $consumer } ({ $matter })
mail-about-operator = entre { $consumer } e { $company }
mail-footer = Caso { $case }. Este e-mail vem de { $host }; ninguém lê as respostas.
mail-footer-plain = Este e-mail vem de { $host }; ninguém lê as respostas.
mail-link-note = O link vale uma vez, por um dia, e só para você. Se ele não funcionar mais, a página envia um novo para este e-mail.
mail-ignore = Se você não esperava este e-mail, ignore-o. Nada acontece sem você.
mail-until = Responda até { $until }.
mail-by = O prazo vai até { $until }.

# Link para entrar
mail-link-subject = Seu link para entrar
mail-link-body = Você pediu um link para entrar. Abra a página e confirme.
mail-link-button = Entrar

# Link para escolher uma senha nova
mail-reset-subject = Escolha uma senha nova
mail-reset-body = Alguém pediu uma senha nova para este e-mail. Abra a página e escolha. Nos outros dispositivos a sua sessão será encerrada.
mail-reset-button = Escolher uma senha
mail-reset-note = { $hours ->
    [one] O link vale uma vez, por { $hours } hora, e só para você.
   *[other] O link vale uma vez, por { $hours } horas, e só para você.
}
mail-reset-ignore = Se não foi você, ignore este e-mail: nada muda.

# A senha foi trocada
mail-password-subject = Sua senha foi trocada
mail-password-body = A sua conta tem uma senha nova, e a sessão foi encerrada nos outros dispositivos.
mail-password-not-you = Se não foi você, escolha outra agora e avise a central de mediação: ninguém lê as respostas a este e-mail.

# Link novo para um caso
mail-case-link-subject = Seu link para o caso { $case }
mail-case-link-body = Aqui está um link novo para o seu caso { $about }.
mail-case-link-button = Abrir o caso

# Código de assinatura
mail-code-subject = Código para assinar o acordo { $case }
mail-code-body = Seu código para assinar é { $code }. Ele vale 10 minutos, uma vez e só para este documento. Nunca pediremos este código por telefone.

# Reclamação que espera a confirmação de quem a registrou
mail-draft-subject = Confirme sua reclamação { $case }
mail-draft-body = Com este e-mail foi registrada uma reclamação sobre a empresa { $company }. Abra a página, confira o que está escrito e confirme. Se algo estiver errado, corrija ou descarte ali mesmo.
mail-draft-until = A confirmação pode ser feita até { $until }. Antes dela a empresa não recebe nada; sem ela, a reclamação é descartada.
mail-draft-button = Conferir e confirmar
mail-draft-not-you = Se não foi você quem reclamou, não confirme: ninguém é avisado.

# Reclamação registrada, para o consumidor
mail-case_filed_link-subject = Sua reclamação está registrada: { $case }
mail-case_filed_link-body = Recebemos sua reclamação sobre a empresa { $company } e convidamos a empresa a resolver com você. Para você é gratuito. É voluntário: pode sair quando quiser. Você não precisa de conta: este link é a sua entrada.
mail-case_filed_link-button = Abrir o caso
mail-case_filed_waiting-subject = Recebemos sua reclamação: { $case }
mail-case_filed_waiting-body = Recebemos sua reclamação sobre a empresa { $company }. Primeiro a coordenação vê se o caso cabe aqui; depois disso a empresa é convidada, e você recebe um aviso. Para você é gratuito. É voluntário: pode sair quando quiser. Você não precisa de conta: este link é a sua entrada.
mail-case_filed_waiting-button = Abrir o caso
mail-admitted-subject = O caso { $case } foi admitido
mail-admitted-body = A coordenação admitiu o caso { $about } e enviou o convite ao outro lado. As datas estão na página do caso. Você não precisa fazer nada agora.
mail-admitted-button = Abrir o caso

# Convite
mail-payer-company = Quem paga a mediação é a empresa; para a parte consumidora não há custo.
mail-payer-operator = Quem paga a mediação é a central de mediação; nenhum dos lados tem custo.
mail-invitation-subject = Convite para resolver o caso { $case }
mail-invitation-body = { $other } quer resolver um caso com você, diretamente ou com mediação. Participar é voluntário, e a mediação é confidencial. O assunto está na página do convite; o primeiro encontro é na sala online do caso, desde já. { $payer }
mail-invitation-button = Ler o convite

# O convite teve resposta
mail-invitation_accepted-subject = O caso { $case } começou
mail-invitation_accepted-body = { $other } aceitou conversar. Abra a sala para escrever ou ler a resposta.
mail-invitation_accepted-button = Abrir a sala
mail-invitation_refused-subject = Convite recusado no caso { $case }
mail-invitation_refused-body = { $other } não aceitou o convite. Uma declaração da recusa já pode ser baixada. A página mostra os outros caminhos e até quando o convite ainda pode ser aceito.
mail-invitation_refused-button = Ver os caminhos
mail-invitation_undelivered-subject = O convite do caso { $case } não chegou a ninguém
mail-invitation_undelivered-body = Nenhum servidor de e-mail recebeu o convite do caso { $about }. Descubra o endereço certo e corrija; até lá a outra parte não sabe do caso.
mail-invitation_undelivered-button = Abrir o caso

# Conversa
mail-message-subject = Nova mensagem no caso { $case }
mail-message-body = Há uma mensagem nova para você no caso { $about }. O texto fica na sala.
mail-message-button = Ler na sala
mail-private-subject = Sua vez: algo espera por você no caso { $case }
mail-private-body = Há algo novo na sua conversa reservada do caso { $about }. O e-mail não diz o quê; só você e quem medeia leem.
mail-private-button = Abrir a conversa reservada

# Propostas
mail-proposal-subject = Sua vez: responda à proposta do caso { $case }
mail-proposal-body = Há uma proposta nova esperando por você no caso { $about }. Leia, aceite, proponha outra ou recuse.
mail-proposal-button = Ver a proposta
mail-proposal_accepted-subject = Proposta aceita no caso { $case }
mail-proposal_accepted-body = Os dois lados concordam no caso { $about }. Agora o acordo está sendo escrito para vocês lerem e assinarem.
mail-proposal_accepted-button = Ver o acordo
mail-proposal_declined-subject = Sua vez: a proposta do caso { $case } foi recusada
mail-proposal_declined-body = A proposta no caso { $about } não foi aceita. Veja a resposta e proponha outra.
mail-proposal_declined-button = Ver a resposta
mail-proposal_not_agreed-subject = Sem acordo sobre o que foi proposto no caso { $case }
mail-proposal_not_agreed-body = { $author } no caso { $about } não teve a concordância dos dois lados. Quem respondeu o quê não é dito a ninguém. O caso continua.
mail-proposal_not_agreed-button = Abrir a sala
mail-not_agreed-mediator = A proposta de quem medeia
mail-not_agreed-company_ombudsman = A recomendação da ouvidoria da empresa
mail-not_agreed-company_legal = A recomendação do jurídico da empresa
mail-not_agreed-operator_ombudsman = A recomendação da ouvidoria independente
mail-not_agreed-operator_legal = A recomendação do jurídico da plataforma
mail-identify-subject = Sua vez: informe seu nome completo no caso { $case }
mail-identify-body = Para escrever o acordo do caso { $about } faltam seu nome completo e o número do seu documento.
mail-identify-button = Informar
mail-legal_identity_missing-subject = Falta a identificação legal da empresa no caso { $case }
mail-legal_identity_missing-body = O acordo do caso { $case } espera a identificação legal da empresa { $company }: razão social, CNPJ e endereço. A gestão da empresa informa os dados e a central de mediação confere. Esses dados não são digitados no caso.
mail-legal_identity_missing-button = Abrir o caso

# Mediação
mail-mediator_requested-subject = Foi pedida mediação no caso { $case }
mail-mediator_requested-body = { $other } pediu mediação. Você recebe um aviso quando alguém aceitar mediar.
mail-mediator_requested-button = Abrir o caso
mail-mediator_assigned-subject = Sua vez: aceite ou recuse mediar o caso { $case }
mail-mediator_assigned-body = Você recebeu a indicação para mediar o caso { $about }. Declare se tem conflito de interesses e aceite ou recuse.
mail-mediator_assigned-button = Ver a indicação
mail-assignment_ended-subject = O caso { $case } não precisa mais de você
mail-assignment_ended-body = Você recebeu a indicação para mediar o caso { $case }. O caso tomou outro caminho antes da sua resposta, e não há nada a fazer.
mail-assignment_ended-button = Ver os meus casos
mail-mediation_started-subject = { $mediator } vai mediar o caso { $case }
mail-mediation_started-body = { $mediator } aceitou mediar o caso { $about }. Leia o que { $mediator } declara e aceite os termos da mediação para escrever.
mail-mediation_started-button = Ler e aceitar
mail-mediation_ended-subject = A mediação do caso { $case } terminou
mail-mediation_ended-body = A mediação do caso { $case } terminou, e com ela a sua participação. Não há nada a fazer, e o que contaram a você continua confidencial.
mail-mediation_ended-button = Ver os meus casos

# Acordo
mail-draft_ready-subject = Sua vez: leia e assine o acordo { $case }
mail-draft_ready-body = O texto do acordo do caso { $about } está pronto. Leia com calma, baixe o PDF e assine com seu nome. O acordo só vale com todas as assinaturas.
mail-draft_ready-button = Ler o acordo
mail-signed-subject = Sua vez: falta sua assinatura no acordo { $case }
mail-signed-body = Outra pessoa já assinou. Leia e assine, ou diga o que está errado.
mail-signed-button = Ler e assinar
mail-agreement_returned-subject = O acordo { $case } voltou à conversa
mail-agreement_returned-body = O acordo do caso { $about } não foi fechado: { $why }. O caso voltou à fase anterior, e vocês podem fazer outra proposta.
mail-agreement_returned-button = Abrir a sala
mail-returned-refused-consumer = a parte consumidora recusou assinar
mail-returned-refused-company = a empresa recusou assinar
mail-returned-refused-mediator = quem medeia recusou assinar
mail-returned-unsigned = faltaram assinaturas quando o prazo acabou
mail-returned-mediator = os dois lados assinaram, e quem medeia não assinou no prazo
mail-returned-undrafted = ele não pôde ser escrito no prazo
mail-returned-other = ele não foi assinado
mail-concluded-subject = Acordo com todas as assinaturas: { $case }
mail-concluded-body = O acordo do caso { $about } tem todas as assinaturas. Baixe o documento final e veja as datas do que foi combinado.
mail-concluded-button = Baixar o acordo
# Below: signed checkpoints of the record.
mail-checkpoints = Guarde este e-mail. As linhas abaixo, que também vão anexas, são a assinatura digital desta plataforma sobre o registro do caso até aqui: com elas, qualquer pessoa pode conferir depois se algo do que já estava escrito foi mudado.

# Cumprimento
mail-obligation_reported-subject = Sua vez: confirme o cumprimento no caso { $case }
mail-obligation_reported-body = { $other } informou que cumpriu o combinado, ou uma parte. Diga se está tudo certo.
mail-obligation_reported-button = Confirmar
mail-obligation_confirmed-subject = Cumprimento confirmado no caso { $case }
mail-obligation_confirmed-body = { $other } confirmou que recebeu. A confirmação vale como recibo; veja na página o que ainda falta, se faltar.
mail-obligation_confirmed-button = Ver o caso
mail-obligation_released-subject = Dispensa registrada no caso { $case }
mail-obligation_released-body = { $other } dispensou o que você ainda devia, ou uma parte. Veja na página quanto ainda falta, se faltar.
mail-obligation_released-button = Ver o acordo
mail-obligation_disputed-subject = Sua vez: o cumprimento no caso { $case } foi contestado
mail-obligation_disputed-body = { $other } diz que ainda falta algo. Leia e responda.
mail-obligation_disputed-button = Ler e responder

# Passagem e fim
mail-seat_given-subject = O caso { $case } agora é seu
mail-seat_given-body = O caso { $about } foi passado a você por alguém da sua equipe. A nota de passagem está no caso.
mail-seat_given-button = Abrir o caso
mail-escalated-subject = O caso { $case } agora está com: { $queue }
mail-escalated-body = Quem analisa agora o caso { $about }: { $queue }. A página diz até quando.
mail-escalated-button = Ver com quem está o caso
mail-queued-subject = Um caso chegou à sua fila: { $case }
mail-queued-body = O caso { $about } espera alguém da sua equipe. A página diz até quando.
mail-queued-button = Abrir o caso
mail-closed-subject = O caso { $case } está encerrado
mail-closed-body = O caso { $about } terminou. Você ainda pode ler o que já lia e baixar os documentos.
mail-closed-button = Ver o caso
mail-moved = Motivo: { $why }.
mail-final-term = A mediação terminou: { $why }. O termo final fica na página do caso.
mail-terms-consumer = Quem não os aceitou foi a parte consumidora. A mediação não chegou a começar.
mail-terms-company = Quem não os aceitou foi a empresa. A mediação não chegou a começar.
mail-terms-both = Nenhum dos lados os aceitou. A mediação não chegou a começar.
mail-ended-closed_fulfilled = Tudo o que foi combinado foi confirmado como feito.
mail-ended-closed_settled_unconfirmed = O combinado foi informado como feito, e ninguém confirmou nem contestou no prazo.
mail-ended-closed_released = A parte a quem ainda se devia algo dispensou o que faltava.
mail-ended-closed_enforced_elsewhere = O acordo continua valendo; o que ainda se deve é cobrado fora desta plataforma.
mail-ended-closed_no_agreement = Terminou sem acordo.
mail-ended-closed_refused = O convite foi recusado.
mail-ended-closed_withdrawn = A reclamação foi retirada.
mail-ended-closed_abandoned = Uma resposta que se esperava não veio, apesar dos lembretes.
mail-ended-closed_final_answer = Terminou com a resposta final da equipe que analisou o caso.
mail-ended-closed_referred_to_court = Terminou com a indicação de procurar a Justiça.
mail-ended-not_admitted = Esta plataforma não admitiu o caso.
mail-ended-lapsed = O convite não foi respondido no prazo, o que vale como recusa.
mail-ended-closed_misdirected = O convite tinha chegado a outra pessoa.
mail-ended-closed_called_back = A empresa retirou o convite antes da resposta.
mail-way-reopen = Se o problema continuar, a página do caso permite reabri-lo.
mail-way-escalate = Na página do caso, você pode pedir que a ouvidoria independente o analise.
mail-way-accept = Se mudar de ideia, você ainda pode aceitar o convite na página do caso.

# Quem fala pela empresa
mail-seat_lost-subject = Você não participa mais do caso { $case }
mail-seat_lost-body = Sua participação no caso { $about } terminou. Você não lê nem escreve mais nele, e não precisa fazer nada. Em caso de dúvida, fale com a gestão da sua equipe.
mail-seat_lost-button = Ver meus casos
mail-representative_awaited-subject = O caso { $case } espera representante da empresa
mail-representative_awaited-body = Ninguém representa a empresa { $company } neste caso agora. A empresa precisa indicar outra pessoa; sem isso, o caso segue para a ouvidoria.
mail-representative_awaited-button = Abrir o caso

# Prazos e lembretes
mail-deadline_reminder-subject = Lembrete: há um prazo no caso { $case }
mail-deadline_reminder-body = Este é um lembrete sobre o caso { $about }.
mail-deadline_reminder-button = Abrir o caso
mail-reply_overdue-subject = Sem resposta no caso { $case }
mail-reply_overdue-body = No caso { $about }, a resposta esperada não veio, mesmo com lembrete. Veja de quem é a vez e fale com esse lado.
mail-reply_overdue-button = Ver de quem é a vez
mail-signature_overdue-subject = Falta a assinatura de quem medeia no acordo { $case }
mail-signature_overdue-body = No caso { $about }, os dois lados já assinaram o acordo, e quem medeia não. Fale com essa pessoa ou ponha outra no lugar dela na página do caso, antes que o prazo das assinaturas acabe.
mail-signature_overdue-button = Abrir o caso
mail-reply_late-subject = Ainda sem resposta no caso { $case }
mail-reply_late-body = No caso { $about }, a resposta do outro lado não veio no prazo. Lembramos esse lado e avisamos quem conduz o caso.
mail-reply_late-button = Ver o caso
mail-mediator_late-subject = A mediação do caso { $case } está atrasada
mail-mediator_late-body = No caso { $about }, quem medeia não respondeu no prazo. Já enviamos um lembrete.
mail-mediator_late-button = Ver o caso
mail-signature_late-subject = Falta só a assinatura de quem medeia no acordo { $case }
mail-signature_late-body = No caso { $about }, os dois lados já assinaram; falta a assinatura de quem medeia. Lembramos essa pessoa e avisamos a coordenação, que pode pôr outra no lugar dela. Você não precisa fazer nada.
mail-signature_late-button = Ver o acordo
mail-mediator_missing-subject = Ninguém livre para mediar o caso { $case }
mail-mediator_missing-body = O caso { $about } espera uma pessoa para mediar, e ninguém sem conflito está livre. Indique alguém na página do caso ou cadastre mais uma pessoa. Avisamos você todos os dias úteis até lá.
mail-mediator_missing-button = Indicar quem vai mediar
mail-mediator_awaited-subject = Ainda procuramos quem medeie o caso { $case }
mail-mediator_awaited-body = No momento ninguém está livre para mediar o caso { $about }. A coordenação recebe um aviso a cada dia útil até indicar alguém. Você não precisa fazer nada.
mail-mediator_awaited-button = Ver o caso
mail-mediator_replaced-subject = Outra pessoa vai mediar o caso { $case }
mail-mediator_replaced-body = A coordenação passou o caso { $about } a outra pessoa. O que você disse em particular a quem mediava antes não passa a quem vem agora, a não ser que você permita.
mail-mediator_replaced-button = Ver o caso
mail-signer_replaced-subject = Quem mediava o caso { $case } não está mais nele
mail-signer_replaced-body = A coordenação tirou do caso { $about } quem o mediava. As palavras do acordo continuam as mesmas; se for preciso escrevê-lo de novo, você recebe um aviso para ler e assinar. O que você disse em particular a essa pessoa não passa a quem vier, a não ser que você permita.
mail-signer_replaced-button = Ver o acordo
mail-to_admit-subject = O caso { $case } espera a sua admissão
mail-to_admit-body = Chegou o caso { $about }. Admita ou recuse: até lá a empresa não recebe o convite.
mail-to_admit-button = Admitir ou recusar
mail-extension_asked-subject = Sua vez: pedido de mais tempo no caso { $case }
mail-extension_asked-body = { $other } pediu mais tempo para a mediação. Os dois lados precisam pedir o mesmo: se você concorda, peça o mesmo número de dias. Sem isso, o prazo não muda.
mail-extension_asked-button = Ver o pedido
mail-extended-subject = A mediação do caso { $case } tem mais tempo
mail-extended-body = Os dois lados concordaram com mais tempo para a mediação do caso { $about }. A conversa continua.
mail-extended-button = Abrir o caso

# Outra instância
mail-entry_breached-subject = Prazo vencido na fila: caso { $case }
mail-entry_breached-body = O prazo de atendimento do caso { $about } acabou. Veja com quem ele está e faça com que alguém responda hoje.
mail-entry_breached-button = Abrir o caso
mail-entry_late-subject = O caso { $case } está atrasado
mail-entry_late-body = O prazo de atendimento do caso { $about } acabou sem resposta de quem está com ele: { $queue }. Avisamos a gerência da empresa e a coordenação. Na página do caso, a parte consumidora já pode pedir que ele siga à próxima equipe; se ninguém agir, ele segue sem pedido.
mail-entry_late-button = Ver o caso
mail-entry_late_house-subject = O caso { $case } está atrasado
mail-entry_late_house-body = O prazo de atendimento do caso { $about } acabou. Quem está com ele: { $queue }. Avisamos a coordenação, que recebe um lembrete todo dia útil até alguém responder. Você não precisa fazer nada.
mail-entry_late_house-button = Ver o caso
mail-question-subject = Sua vez: responda à pergunta do caso { $case }
mail-question-body = Quem analisa o caso { $about } fez uma pergunta a você. Os dois lados leem a pergunta e a sua resposta.
mail-question-button = Ler e responder
mail-question_answered-subject = Sua vez: o caso { $case } volta a você
mail-question_answered-body = A pergunta no caso { $about } foi respondida, ou o prazo da resposta acabou. Seu prazo volta a correr.
mail-question_answered-button = Abrir o caso
mail-remitted-subject = O caso { $case } volta à mediação
mail-remitted-body = O caso { $about } volta à mediação, com outra pessoa mediando. Você recebe um aviso quando alguém aceitar.
mail-remitted-button = Abrir o caso
mail-forwarded-subject = O caso { $case } agora está com: { $queue }
mail-forwarded-body = Quem analisa agora o caso { $about }: { $queue }. Você não precisa fazer nada.
mail-forwarded-button = Ver com quem está o caso
mail-final_answer-subject = A empresa deu a resposta final no caso { $case }
mail-final_answer-body = A equipe da empresa deu a resposta final no caso { $about }. Quem analisa o caso agora: { $queue }. Você não precisa fazer nada.
mail-final_answer-button = Ler as razões
mail-passed_on_late-subject = O caso { $case } agora está com: { $queue }
mail-passed_on_late-body = A equipe da empresa não respondeu no prazo no caso { $about }. Quem analisa o caso agora: { $queue }. Você não precisa fazer nada.
mail-passed_on_late-button = Ver com quem está o caso
mail-reasons = As razões estão na página do caso.

# Depois do acordo
mail-obligation_overdue-subject = Prazo vencido no acordo { $case }
mail-obligation_overdue-body = Uma data do acordo do caso { $about } venceu e ainda falta cumprir algo. Quem deve precisa cumprir e informar na página; sem isso, o caso vai ao jurídico.
mail-obligation_overdue-button = Ver o acordo
mail-obligation-which = Item { $number } do acordo: { $what }.
mail-breached-subject = O acordo { $case } não foi cumprido: veja seus documentos
mail-breached-body = O outro lado não cumpriu no prazo o acordo do caso { $about }. O caso está com o jurídico, e o dossiê para execução é seu. Baixe e guarde.
mail-breached-button = Baixar os documentos
mail-paper_ready-subject = Documentos prontos no caso { $case }
mail-paper_ready-body = Os documentos do caso { $about } estão prontos: a declaração e, de uma mediação que terminou sem acordo, o termo final. Eles não trazem nada do que foi dito. Baixe quando quiser.
mail-paper_ready-button = Baixar os documentos
mail-follow_up-subject = Está tudo resolvido no caso { $case }?
mail-follow_up-body = O caso { $about } terminou há alguns dias. Diga se está tudo resolvido e dê uma nota de 1 a 5. Se falta algo, o caso reabre.
mail-follow_up-button = Responder
mail-reopened-subject = O caso { $case } foi reaberto
mail-reopened-body = O caso { $about } está aberto de novo. Veja o que falta e responda na página.
mail-reopened-button = Abrir o caso

# O que cada lembrete diz: qual prazo, até quando, e o que vem depois
mail-reminder-invitation = O convite espera sua resposta até { $until }. Sem resposta, ele conta como recusado.
mail-reminder-first_reply = { $other } espera sua primeira resposta até { $until }. Sem resposta, o caso segue para a ouvidoria.
mail-reminder-room_reply = { $other } esperava sua resposta até { $until }. Escreva na sala, mesmo que seja pouco.
mail-reminder-room_reply-mediated = { $mediator } esperava sua resposta até { $until }. Escreva na sala, mesmo que seja pouco.
mail-reminder-room_reply-mediator = O caso esperava sua resposta até { $until }. Veja a sala e as conversas reservadas.
mail-reminder-proposal_validity = Uma proposta espera sua resposta e vale até { $until }. Depois ela não pode mais ser aceita.
mail-reminder-mediator_accepts = Aceite ou recuse a indicação até { $until }. Depois o caso passa a outra pessoa.
mail-reminder-mediation = O tempo da mediação vai até { $until }. Para continuar depois disso, os dois lados precisam pedir mais tempo.
mail-reminder-procedure = Vocês têm até { $until } para chegar a um acordo. Depois o caso segue para a ouvidoria.
mail-reminder-signatures = Falta a sua assinatura no acordo. Leia e assine até { $until }; depois o caso volta à conversa.
mail-reminder-obligation = Você tem algo a cumprir até { $until }. Quando cumprir, informe na página do acordo.
mail-reminder-confirmation = O outro lado informou que cumpriu. Confirme ou conteste até { $until }; sem resposta, conta como cumprido.
mail-reminder-reflection = Seu tempo para pensar vai até { $until }. Depois você pode assinar.
mail-reminder-replace_representative = A empresa precisa indicar outra pessoa até { $until }. Sem isso, o caso segue para a ouvidoria.
mail-reminder-remitted_mediation = O tempo desta nova mediação vai até { $until }. Depois o caso volta à equipe que o devolveu.
mail-reminder-silent_consumer = Sem uma palavra sua até { $until }, o caso é encerrado por falta de resposta. Escreva na sala para continuar.
mail-reminder-ombudsman_entry = O prazo da ouvidoria neste caso vai até { $until }. Responda, encaminhe ou encerre.
mail-reminder-legal_entry = O prazo do jurídico neste caso vai até { $until }. Responda, encaminhe ou encerre.
mail-reminder-follow_up = Diga se está tudo resolvido. A pergunta está aberta desde { $until }.
mail-reminder-breach = O que venceu precisa ser cumprido até { $until }. Depois o caso vai ao jurídico.
mail-reminder-question = Quem analisa o caso espera sua resposta até { $until }. Depois a decisão vem sem ela.
mail-reminder-ground_rules = Os termos da mediação esperam a sua aceitação. Se ela não vier até { $until }, a mediação termina.
mail-reminder-mediator_missing = O caso espera quem medeie; próximo aviso: { $until }.
mail-reminder-admission = Admita ou recuse a reclamação até { $until }.
mail-reminder-entry_overdue = O atendimento do caso está atrasado; o próximo aviso vem em { $until }.
mail-reminder-again = Este é o { $nth }º lembrete sobre o mesmo prazo.
mail-reminder-silence = Este foi o último lembrete. Sem resposta até { $until }, o caso é encerrado por falta de resposta. Depois disso, ainda é possível reabri-lo na página dele.

# A página dos e-mails enviados, só na demonstração
mail-page-title = E-mails enviados
mail-page-none = Nenhum e-mail ainda.
mail-page-all = Todos
mail-page-intro = Esta instalação não tem servidor de e-mail: o que ela envia aparece aqui.

# Convite de uma empresa
mail-invited-subject = { $company } convida você a resolver o caso { $reference }
mail-invited-about = A empresa { $company } convida você a resolver com ela, por escrito, um problema com uma compra ou um serviço seu. O caso é o { $reference }.
mail-invited-voluntary = Participar é voluntário e, para você, gratuito. Você pode sair quando quiser.
mail-invited-meeting = A primeira conversa é pela internet, na sala deste caso, aberta desde { $day }. Entre quando puder.
mail-invited-proof = Antes de mostrar o que a empresa contou, a página pede um dado que ela tem de você e que não está neste e-mail.
mail-invited-refusing = Sem resposta até lá, o convite conta como recusado. Recusar não tira nenhum direito seu.
mail-invited-not-you = Não é com você? Abra o link e escolha “Não sou eu”. A empresa só fica sabendo que o endereço estava errado.

# O convite chegou a outra pessoa
mail-invitation_misdirected-subject = O convite do caso { $case } foi para um endereço errado
mail-invitation_misdirected-body = Quem recebeu o convite de { $other } avisou que não é essa pessoa. Não houve recusa. Para convidar de novo, confira o endereço e abra outro caso.
mail-invitation_misdirected-button = Ver o caso
mail-invitation_called_back-subject = O convite do caso { $case } foi retirado
mail-invitation_called_back-body = { $other } retirou o convite que tinha enviado. Você não precisa fazer nada, e nada do que a lei garante a você muda.
mail-invitation_called_back-button = Ver o caso

# Outro endereço
mail-address-subject = Confirme que este e-mail é seu
mail-address-body = Você pediu para receber os avisos neste endereço. Abra a página e confirme: o endereço anterior deixa de ser usado.
mail-address-button = Confirmar este e-mail
mail-farewell-subject = Seu e-mail foi substituído
mail-farewell-body = A partir de agora, as mensagens sobre os seus casos vão para outro endereço, como pediu alguém que entrou com um link desta caixa de e-mail. Os links das mensagens anteriores não valem mais.
mail-farewell-not-you = Se não foi você, avise logo a central de mediação por outro meio: ninguém lê as respostas a este e-mail.

mail-test-subject = Um e-mail de teste
mail-test-body = Este e-mail mostra que o envio de mensagens funciona. Você não precisa fazer nada.
