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
mail-filed-subject = Sua reclamação está registrada: { $reference }
mail-filed-body = Recebemos sua reclamação contra { $company } e convidamos a empresa a resolver com você. É gratuito, voluntário, e você pode sair quando quiser. Você não precisa de conta: este link é a sua entrada.
mail-filed-button = Abrir o caso

# Convite
mail-invited-subject = Convite para resolver o caso { $reference }
mail-invited-body = { $other } quer resolver um caso com você, com ou sem mediador. É gratuito e voluntário, e o que vocês disserem fica em sigilo.
mail-invited-button = Ler o convite

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

# Propostas
mail-proposal-subject = Sua vez: responda à proposta do caso { $reference }
mail-proposal-body = Há uma proposta nova esperando por você. Leia, aceite, proponha outra ou recuse.
mail-proposal-button = Ver a proposta
mail-proposal_answered-subject = Sua proposta teve resposta: { $reference }
mail-proposal_answered-body = A proposta no caso com { $company } teve resposta. Veja o que vem agora.
mail-proposal_answered-button = Ver a resposta

# Mediação
mail-mediator_requested-subject = Indique um mediador: { $reference }
mail-mediator_requested-body = Uma parte pediu um mediador. Se o sistema não indicar ninguém, escolha uma pessoa.
mail-mediator_requested-button = Abrir o caso
mail-mediator_assigned-subject = Sua vez: aceite ou recuse o caso { $reference }
mail-mediator_assigned-body = Você foi indicado como mediador. Declare seus conflitos, aceite ou recuse.
mail-mediator_assigned-button = Ver a indicação
mail-mediator_accepted-subject = O caso { $reference } tem mediador
mail-mediator_accepted-body = { $mediator } aceitou mediar o caso com { $company }. Leia o que a mediação declara e aceite as regras para escrever.
mail-mediator_accepted-button = Ler e aceitar
mail-summary-subject = Sua vez: confira o resumo do caso { $reference }
mail-summary-body = A mediação escreveu o que entendeu de você. Confirme ou corrija.
mail-summary-button = Conferir
mail-disclosure-subject = Sua vez: um pedido no caso { $reference }
mail-disclosure-body = A mediação pede sua permissão. Só você decide; o pedido está na sua sala privada.
mail-disclosure-button = Ver o pedido

# Acordo
mail-draft-subject = Sua vez: leia e assine o acordo { $reference }
mail-draft-body = O texto do acordo está pronto. Leia com calma, baixe o PDF e assine com seu nome. Nada vale antes da assinatura.
mail-draft-button = Ler o acordo
mail-agreement_refused-subject = O acordo { $reference } voltou à conversa
mail-agreement_refused-body = O acordo não foi assinado por todos. O caso voltou à fase anterior, e vocês podem fazer outra proposta.
mail-agreement_refused-button = Abrir a sala
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
mail-handed_over-subject = O caso { $reference } agora é seu
mail-handed_over-body = Um colega passou este caso a você. A nota de passagem está no caso.
mail-handed_over-button = Abrir o caso
mail-escalated-subject = O caso { $reference } segue para outra instância
mail-escalated-body = A conversa terminou sem acordo. A página diz quem tem o caso e até quando.
mail-escalated-button = Ver quem tem o caso
mail-closed-subject = O caso { $reference } está encerrado
mail-closed-body = O caso com { $company } terminou. Você pode baixar o termo final e tudo o que pode ler.
mail-closed-button = Ver o termo final
mail-moved-subject = Novidade no caso { $reference }
mail-moved-body = O caso com { $company } mudou de fase. A página diz de quem é a vez.
mail-moved-button = Abrir o caso

# A página dos e-mails enviados, só na demonstração
mail-page-title = E-mails enviados
mail-page-none = Nenhum e-mail ainda.
mail-page-all = Todos
mail-page-intro = Esta instalação não tem servidor de e-mail: o que ela envia aparece aqui.
