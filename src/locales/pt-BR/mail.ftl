# Mensagens de e-mail. O assunto diz a ação; nunca traz valores nem detalhes da reclamação.

mail-greeting = Olá, { $name }.
mail-footer = Caso { $reference }, com { $company }. Este e-mail vem de { $host }; ninguém lê as respostas.
mail-footer-plain = Este e-mail vem de { $host }; ninguém lê as respostas.
mail-link-note = O link vale uma vez e só para você. Se ele não funcionar mais, a página envia um novo para este e-mail.
mail-ignore = Se você não esperava este e-mail, ignore-o. Nada acontece sem você.
mail-until = Responda até { $until }.

# Link para entrar
mail-link-subject = Seu link para entrar
mail-link-body = Você pediu um link para entrar. Abra a página e confirme.
mail-link-button = Entrar

# Link novo para um caso
mail-case-link-subject = Seu link para o caso { $reference }
mail-case-link-body = Aqui está um link novo para o seu caso com { $company }.
mail-case-link-button = Abrir o caso

# Código de assinatura
mail-code-subject = Código para assinar o acordo { $reference }
mail-code-body = Seu código para assinar é { $code }. Ele vale 10 minutos, uma vez e só para este documento. Nunca pediremos este código por telefone.

# Reclamação registrada, para o consumidor
mail-case_filed_link-subject = Sua reclamação está registrada: { $reference }
mail-case_filed_link-body = Recebemos sua reclamação sobre { $company } e convidamos a empresa a resolver com você. É gratuito, voluntário, e você pode sair quando quiser. Você não precisa de conta: este link é a sua entrada.
mail-case_filed_link-button = Abrir o caso

# Convite
mail-invitation-subject = Convite para resolver o caso { $reference }
mail-invitation-body = { $other } quer resolver um caso com você, com ou sem mediador. É gratuito e voluntário, e o que vocês disserem fica em sigilo.
mail-invitation-button = Ler o convite

# O convite teve resposta
mail-invitation_accepted-subject = O caso { $reference } começou
mail-invitation_accepted-body = { $other } aceitou conversar. Abra a sala para escrever ou ler a resposta.
mail-invitation_accepted-button = Abrir a sala
mail-invitation_refused-subject = O convite do caso { $reference } foi recusado
mail-invitation_refused-body = { $other } não aceitou o convite. A página mostra outros caminhos e até quando isso pode mudar.
mail-invitation_refused-button = Ver os caminhos

# Conversa
mail-message-subject = Nova mensagem no caso { $reference }
mail-message-body = Há uma mensagem nova para você no caso com { $company }. O texto fica na sala.
mail-message-button = Ler na sala
mail-private-subject = Sua vez: algo espera por você no caso { $reference }
mail-private-body = Há algo novo na sua conversa privada do caso com { $company }. O e-mail não diz o quê; só você e a mediação leem.
mail-private-button = Abrir a sala privada

# Propostas
mail-proposal-subject = Sua vez: responda à proposta do caso { $reference }
mail-proposal-body = Há uma proposta nova esperando por você. Leia, aceite, proponha outra ou recuse.
mail-proposal-button = Ver a proposta
mail-proposal_accepted-subject = Proposta aceita no caso { $reference }
mail-proposal_accepted-body = Os dois lados concordam. Agora o acordo é escrito para vocês lerem e assinarem.
mail-proposal_accepted-button = Ver o acordo
mail-proposal_declined-subject = Sua vez: a proposta do caso { $reference } foi recusada
mail-proposal_declined-body = A proposta não foi aceita. Veja o que serviria e proponha outra.
mail-proposal_declined-button = Ver a resposta
mail-proposal_not_agreed-subject = Sem acordo sobre a proposta do caso { $reference }
mail-proposal_not_agreed-body = A proposta da mediação não teve o sim dos dois lados. A conversa continua.
mail-proposal_not_agreed-button = Abrir a sala
mail-identify-subject = Sua vez: informe seu nome legal no caso { $reference }
mail-identify-body = Para escrever o acordo faltam seu nome legal e seu documento.
mail-identify-button = Informar

# Mediação
mail-mediator_requested-subject = Um mediador vem para o caso { $reference }
mail-mediator_requested-body = { $other } pediu um mediador. Você recebe um aviso quando alguém aceitar.
mail-mediator_requested-button = Abrir o caso
mail-mediator_assigned-subject = Sua vez: aceite ou recuse o caso { $reference }
mail-mediator_assigned-body = Você foi indicado como mediador. Declare seus conflitos, aceite ou recuse.
mail-mediator_assigned-button = Ver a indicação
mail-mediation_started-subject = O caso { $reference } tem mediador
mail-mediation_started-body = { $mediator } aceitou mediar o caso com { $company }. Leia o que a mediação declara e aceite as regras para escrever.
mail-mediation_started-button = Ler e aceitar

# Acordo
mail-draft_ready-subject = Sua vez: leia e assine o acordo { $reference }
mail-draft_ready-body = O texto do acordo está pronto. Leia com calma, baixe o PDF e assine com seu nome. Nada vale antes da assinatura.
mail-draft_ready-button = Ler o acordo
mail-signed-subject = Sua vez: falta sua assinatura no acordo { $reference }
mail-signed-body = Outra pessoa já assinou. Leia e assine, ou diga o que está errado.
mail-signed-button = Ler e assinar
mail-agreement_returned-subject = O acordo { $reference } voltou à conversa
mail-agreement_returned-body = O acordo não foi assinado por todos. O caso voltou à fase anterior, e vocês podem fazer outra proposta.
mail-agreement_returned-button = Abrir a sala
mail-concluded-subject = Acordo assinado por todos: { $reference }
mail-concluded-body = Todos assinaram. Baixe o documento final e veja as datas do que foi combinado.
mail-concluded-button = Baixar o acordo

# Cumprimento
mail-obligation_reported-subject = Sua vez: confirme o cumprimento no caso { $reference }
mail-obligation_reported-body = { $other } informou que cumpriu o combinado. Diga se está tudo certo.
mail-obligation_reported-button = Confirmar
mail-obligation_confirmed-subject = Cumprimento confirmado no caso { $reference }
mail-obligation_confirmed-body = { $other } confirmou o que você cumpriu.
mail-obligation_confirmed-button = Ver o caso
mail-obligation_disputed-subject = Sua vez: o cumprimento do caso { $reference } tem uma dúvida
mail-obligation_disputed-body = { $other } diz que ainda falta algo. Leia e responda.
mail-obligation_disputed-button = Ler e responder

# Passagem e fim
mail-seat_given-subject = O caso { $reference } agora é seu
mail-seat_given-body = Um colega passou este caso a você. A nota de passagem está no caso.
mail-seat_given-button = Abrir o caso
mail-escalated-subject = O caso { $reference } segue para outra instância
mail-escalated-body = A conversa terminou sem acordo. A página diz quem tem o caso e até quando.
mail-escalated-button = Ver quem tem o caso
mail-queued-subject = Um caso chegou à sua fila: { $reference }
mail-queued-body = O caso com { $company } espera alguém da sua equipe. A página diz até quando.
mail-queued-button = Abrir o caso
mail-closed-subject = O caso { $reference } está encerrado
mail-closed-body = O caso com { $company } terminou. Você pode baixar o termo final e tudo o que pode ler.
mail-closed-button = Ver o termo final

# A página dos e-mails enviados, só na demonstração
mail-page-title = E-mails enviados
mail-page-none = Nenhum e-mail ainda.
mail-page-all = Todos
mail-page-intro = Esta instalação não tem servidor de e-mail: o que ela envia aparece aqui.
