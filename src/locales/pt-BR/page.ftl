### Texts of the public pages.

## Landing
home-title = Resolva um problema com uma empresa, por escrito
home-lead = Conte o que aconteceu. Vocês conversam, trocam propostas e podem pedir uma mediação imparcial. O acordo é assinado aqui.
home-complain = Fazer uma reclamação
home-enter = Já tenho um caso
home-my-cases = Ver meus casos
home-free-title = É de graça para você
home-free = Sem conta e sem senha: você entra por um link no seu e-mail.
home-leave-title = Você pode sair quando quiser
home-leave = Nada aqui tira o seu direito de ir ao Procon ou à Justiça.
home-private-title = O que é reservado fica reservado
home-private = O que você diz só a quem medeia, a empresa não vê.
home-proof-title = O acordo vale como contrato
home-proof = Feito em mediação, pode ser cobrado direto na Justiça. Qualquer pessoa pode conferir que nada mudou.
home-steps-title = Como funciona
home-step-1 = Você conta o que aconteceu e o que pede.
home-step-2 = A empresa é convidada e responde.
home-step-3 = Vocês trocam propostas. Qualquer lado pode pedir mediação.
home-step-4 = O acordo é escrito, e cada parte lê e assina.
home-step-5 = Acompanhamos até tudo ser cumprido.
home-team-title = Empresas, mediação e equipe
home-team = Entre com seu e-mail e sua senha para ver seus casos.
home-team-enter = Entrar com senha
home-free-software = acordo é software livre (AGPL-3.0).
home-source = Código-fonte
home-licences = Licenças
home-verify-title = Recebeu um acordo?
home-verify = Confira se o arquivo é verdadeiro e está completo.
home-verify-go = Conferir um acordo

## Sign in
sign-in-title = Entrar
sign-in-link-title = Receber um link por e-mail
sign-in-link-hint = Para quem tem um caso com uma empresa. Use o mesmo e-mail de antes.
sign-in-link-send = Enviar o link
sign-in-link-sent = Se este e-mail tem um caso aqui, o link chega em alguns minutos. Veja também a pasta de spam.
sign-in-team-title = Entrar com senha
sign-in-team-hint = Para empresas, mediação e equipe.
sign-in-forgotten = Esqueceu a senha?
sign-in-go = Entrar
sign-in-password-missing = Digite a sua senha

## Link from a mail
link-title = Entrar no seu caso
link-open-lead = Este link é só seu. Ao continuar, você entra sem senha neste dispositivo.
link-case = Caso
link-company = Empresa
link-continue = Continuar
link-used-title = Este link já foi usado
link-expired-title = Este link venceu
link-renew-lead = Por segurança, cada link serve uma vez. Podemos enviar um novo para o mesmo e-mail.
link-renew = Enviar um link novo
link-sent-title = Confira seu e-mail
link-sent = O link novo chega em alguns minutos. Veja também a pasta de spam.
link-unknown-title = Não conhecemos este link
link-unknown = Copie o endereço inteiro do e-mail, ou peça um link novo.
link-ask = Pedir um link novo
link-already = Você já entrou.
link-go-cases = Ver meus casos

## Complaint
complain-title = Fazer uma reclamação
complain-lead = Leva uns 5 minutos. O que você escreve fica guardado neste dispositivo até enviar.
complain-draft = Continuamos de onde você parou.
complain-draft-forget = Começar de novo
complain-part-company = Com quem é o problema
complain-part-story = O que aconteceu
complain-part-wish = O que você pede
complain-part-you = Sobre você
complain-part-rules = Regras
complain-company = Empresa
complain-company-hint = Escreva o nome e escolha na lista.
complain-company-none = Nenhuma empresa com este nome participa.
complain-company-found = { $count ->
    [one] 1 empresa na lista
   *[other] { $count } empresas na lista
}
complain-company-change = Trocar
complain-company-fault = Escolha a empresa na lista
complain-product = Produto ou serviço
complain-product-hint = Por exemplo: geladeira, plano de internet.
complain-product-fault = Diga qual é o produto ou serviço
complain-order = Número do pedido ou contrato
complain-story = Conte o que aconteceu
complain-story-hint = Fatos e datas, do seu jeito. Não precisa de termos jurídicos.
complain-story-fault = Conte o que aconteceu
complain-date = Quando aconteceu
complain-date-fault = A data não pode ser no futuro
complain-protocols = Protocolos de atendimento
complain-protocols-hint = Se já falou com a empresa. Separe com vírgula.
complain-remedy = O que resolveria para você?
complain-remedy-fault = Escolha o que você pede
complain-remedy-words = Quer explicar o seu pedido?
complain-amount = Valor em disputa
complain-amount-hint = Quanto você pagou ou perdeu.
complain-currency = Moeda
complain-name = Nome completo
complain-name-hint = Como está no seu documento.
complain-email-hint = O link para confirmar a reclamação e acompanhar o caso chega aqui. A empresa não vê este e-mail.
complain-identifier = CPF
complain-identifier-hint = Só é preciso para assinar um acordo. Pode informar depois.
complain-language = Idioma da conversa
complain-access = Precisa de algo para participar bem?
complain-access-hint = Por exemplo: leitor de tela, mais tempo, intérprete.
complain-send = Enviar a reclamação
complain-next = Primeiro enviamos um link para o seu e-mail. A empresa só recebe a reclamação depois que você confirmar.
complain-sent-title = Confira seu e-mail
complain-sent = Enviamos um link para { $email }. A reclamação só segue quando você abrir o link e confirmar, até { $until }.
complain-sent-reference = Número do seu caso
complain-sent-next = O que acontece agora
complain-sent-1 = Depois, assim que o caso é admitido, a empresa recebe o convite e tem um prazo para a primeira resposta; sem ela, o caso vai à ouvidoria. As datas estão na página do caso.
complain-sent-2 = Quando a empresa responder, você recebe um e-mail.
complain-sent-3 = O silêncio da empresa nunca conta contra você.
complain-sent-spam = Não chegou? Veja a pasta de spam.
complain-sent-again = Enviar o link de novo
complain-sent-again-done = Enviamos de novo.
complain-sent-mailbox = Abrir a caixa de correio da demonstração
complain-sent-waiting = A reclamação { $reference } também espera confirmação
complain-sent-begun = Continuar a outra reclamação começada neste dispositivo
complain-sent-another = Fazer outra reclamação
complain-sent-back = A reclamação { $reference } espera a sua confirmação: ver
complain-sent-0 = Você abre o link, confere e confirma. Antes disso a empresa não recebe nada; sem confirmação, a reclamação é descartada.
complain-correct = Corrigir
complain-correct-title = Corrigir a reclamação
complain-correct-lead = Ela ainda não foi confirmada, e a empresa não recebeu nada. Se o e-mail mudar, o link vai para o novo.
complain-correct-send = Guardar a correção
complain-correct-back = Voltar sem corrigir
complain-drop = Descartar a reclamação
complain-drop-title = Descartar a reclamação?
complain-drop-lead = O que você escreveu é apagado. A empresa não recebeu nada e não vai saber dela.
complain-drop-keep = Não descartar
confirm-title = Confira e confirme a sua reclamação
confirm-lead = A empresa { $company } ainda não recebeu nada. Quando você confirmar, ela recebe um convite para conversar e o que está abaixo, menos o seu e-mail. Você pode confirmar até { $until }.
confirm-cpf = O CPF ela só recebe se aceitar o convite.
confirm-unsure = Não veio resposta. Ainda não sabemos se a confirmação chegou; estamos conferindo e avisamos aqui. Confirmar de novo não repete nada.
confirm-lost = A confirmação não chegou. Confirme de novo.
confirm-going = A sua confirmação está a caminho. Ao chegar, a empresa { $company } recebe um convite para conversar.
confirm-changed = A reclamação foi corrigida depois que você a abriu. Abaixo está como ela é agora: confira antes de confirmar.
confirm-elsewhere = Neste dispositivo está aberta a conta { $email }. Ao confirmar, você sai dela e entra no caso desta reclamação.
confirm-go = Confirmar a reclamação
confirm-dropped-title = A reclamação foi descartada
confirm-dropped = O que estava escrito foi apagado. A empresa não recebeu nada.
confirm-used-title = Você já confirmou esta reclamação
confirm-used = O caso está aberto. Enviamos um link novo para entrar nele ao e-mail da reclamação.
confirm-over-title = Esta reclamação não espera mais confirmação
confirm-over = Ela foi confirmada, descartada ou o prazo acabou. Se você confirmou, o caso está aberto e o link para ele está no seu e-mail; se não, a empresa não recebeu nada.
confirm-unknown-title = Não conhecemos este link
confirm-unknown = Abra o link do e-mail mais recente e copie o endereço inteiro. Se a reclamação foi corrigida, só vale o último link.
confirm-sign_in-title = Reclamação confirmada
confirm-sign_in = O caso está aberto. A sua conta tem senha: entre com ela para ver o caso.
confirm-sign-in-go = Entrar com a senha
confirm-mailed-title = Confira o novo e-mail
confirm-mailed = A correção foi guardada. Enviamos um link a { $email }; a reclamação só segue quando for confirmada por ele.
confirm-home = Ir para o início

## Invitation
invite-title = A empresa { $company } quer resolver o seu caso com você
invite-title-company = { $consumer } quer resolver um problema com a empresa { $company }
invite-lead = A conversa é por escrito, aqui mesmo. Se precisar, alguém que não trabalha para a empresa faz a mediação.
invite-lead-company = Leia abaixo a reclamação. Para responder e fazer propostas, aceite o convite.
invite-case = Caso
invite-filed = Aberto em
invite-until = O convite vale até
invite-free-title = É de graça para você
invite-free = Quem paga a mediação é a empresa. Sem conta, sem senha.
invite-time-title = No seu tempo
invite-time = Você responde quando puder, dentro dos prazos mostrados.
invite-leave-title = Você pode sair quando quiser
invite-leave = Continua podendo ir ao Procon ou à Justiça.
invite-company-1-title = Confidencial
invite-company-1 = O que for dito em mediação não vale como prova, salvo as exceções da lei. Seus documentos continuam seus.
invite-subject = Assunto
invite-dates = Até quando responder
invite-dates-over = Nenhum prazo corre mais para este convite.
invite-readers-title = Quem lê o que você escreve
invite-readers = Na sala conjunta: { $consumer }, quem da empresa { $company } está no caso e, se houver mediação, quem medeia. As notas da equipe ficam só com a empresa.
invite-ways = O que você pode fazer
invite-way-accept-title = Aceitar
invite-way-accept = Quem aceita assume o caso, e a outra parte vê o seu nome. Você pode passar o caso a outra pessoa da equipe depois.
invite-way-refuse-title = Não participar
invite-way-refuse = A recusa consta de uma declaração, e o caso se encerra, a menos que já esteja na ouvidoria. A outra parte pode levar o caso à ouvidoria.
invite-way-colleague-title = Deixar para outra pessoa da equipe
invite-way-colleague = Quem representa a empresa { $company } aqui abre este mesmo endereço e responde. O prazo continua o mesmo.
invite-colleague-address = Endereço deste convite
invite-colleague-copy = Copiar o endereço
invite-colleague-copied = Endereço copiado
invite-colleague-failed = Este navegador não deixou copiar. Selecione o endereço e copie.
invite-continue = Continuar
invite-no = Não quero participar
invite-step = Passo 2 de 2
invite-consent-title = Leia e aceite as regras
invite-join = Entrar na conversa
invite-back = Voltar ao convite
invite-refuse-title = Tudo bem não participar
invite-refuse-lead = Recusar não tira nenhum direito seu.
invite-refuse-lead-company = A recusa fica registrada no caso.
invite-refuse-1-title = Você ainda pode reclamar
invite-refuse-1 = No Procon, no consumidor.gov.br ou no Juizado Especial.
invite-refuse-1-title-company = A outra parte segue livre
invite-refuse-1-company = Pode levar o caso ao Procon ou à Justiça.
invite-refuse-2-title = O outro lado recebe um aviso
invite-refuse-2 = Uma declaração diz que houve convite e que ele foi recusado. Nada mais.
invite-refuse-3-title = Dá para mudar de ideia
invite-refuse-3 = Depois da recusa o convite ainda pode ser aceito por um tempo. A página do caso diz até quando.
invite-refuse-go = Recusar o convite
invite-refuse-back = Voltar e participar
invite-refused = Você recusou este convite. Ainda pode aceitar até { $day }.
invite-lapsed = Este convite ficou sem resposta, e o caso foi encerrado. Até { $day } ainda pode ser aceito.
invite-refused-now = Você recusou este convite. Ainda pode mudar de ideia: a página do caso diz até quando.
invite-refused-title = Registramos a sua recusa
invite-refused-changed = Mudei de ideia

## List of a consumer's cases
cases-title = Meus casos
cases-empty = Você ainda não tem casos aqui.
cases-unread = { $count ->
    [one] 1 mensagem nova
   *[other] { $count } mensagens novas
}
cases-more = Mostrar mais

## Demo
demo-title = Experimente acordo
demo-lead = Esta instalação é só para experimentar. Abra cada pessoa numa aba: cada uma tem o seu endereço, e elas não se misturam.
demo-none = Esta instalação não é de demonstração.
demo-people = Pessoas
demo-enter = Entrar como { $name }
demo-entering = Entrando como { $name }…
demo-role-consumer = Parte consumidora
demo-role-rep = Representante da empresa
demo-role-company = Empresa
demo-role-manager = Gestão da empresa
demo-role-mediator = Mediação
demo-role-coordinator = Coordenação
demo-role-admin = Administração da central
demo-role-ombudsman = Ouvidoria da empresa
demo-role-legal = Jurídico da empresa
demo-role-operator_ombudsman = Ouvidoria independente
demo-role-operator_legal = Jurídico da plataforma
demo-people-here = Pessoas de { $host }
demo-elsewhere = Pessoas de outros endereços ({ $count })
demo-clock = Deixar o tempo passar
demo-clock-lead = O relógio da demonstração anda para todas as pessoas, e os prazos vencem como venceriam. Não volta atrás.
demo-clock-pass = { $count ->
    [one] + { $count } dia
   *[other] + { $count } dias
  }
demo-clock-now = Na demonstração agora é { $day }.
demo-fresh-title = Um caso novo
demo-fresh = Abrimos uma reclamação de verdade, pelo mesmo caminho de qualquer outra.
demo-fresh-go = Abrir um caso novo
demo-fresh-done = Caso { $reference } aberto. Entre como:
demo-cases = Casos em outras etapas
demo-case-consumer = Ver como { $name }
demo-case-proof = A página do convite pede um dado que a empresa sabe: o CPF começa com { $proof }.
demo-mail = Caixa de correio da demonstração

## Rules of the mediation
rules-accept = Aceito as regras da mediação.
rules-accept-more = Nada do que for dito em mediação vale como prova, salvo as exceções da lei.
rules-accept-fault = Marque que aceita as regras da mediação
rules-online = Aceito conversar pela internet.
rules-online-more = A lei exige esta concordância para uma mediação online.
rules-online-fault = Marque que aceita conversar pela internet
rules-read = Ler as regras (2 minutos)
rules-title = Regras da mediação
rules-voluntary-title = É voluntário
rules-voluntary = Cada lado entra porque quer e pode sair quando quiser. Nada é decidido sem a concordância dos dois.
rules-confidential-title = É confidencial
rules-confidential = O que for dito ou oferecido na mediação não pode ser contado fora nem usado num processo, salvo as exceções da lei. Seus próprios documentos continuam seus: você pode usá-los onde quiser. O que você disser só a quem medeia fica entre vocês.
rules-impartial-title = Quem medeia é imparcial
rules-impartial = Quem medeia não decide e não representa ninguém. Antes de começar, declara se tem algum conflito de interesse.
rules-good-faith-title = Boa-fé e respeito
rules-good-faith = Diga a verdade, responda nos prazos, trate bem a outra pessoa.
rules-online-title = É por escrito, pela internet
rules-online-text = A conversa, as propostas e as assinaturas ficam registradas com data e hora.
rules-rights-title = Seus direitos continuam
rules-rights = Enquanto a mediação dura, a prescrição fica suspensa. Os prazos para reclamar de defeitos são outros: pergunte antes que acabem. Você pode pedir ajuda jurídica, por exemplo à Defensoria Pública.

## Forms
form-fault-name = Escreva o seu nome completo
form-fault-email = Escreva um e-mail, como ana@exemplo.com
form-email = E-mail
form-password = Senha

## Quem opera este site
about-title = Quem opera este site, ajuda e seus dados
about-operator = Quem opera
about-operator-none = Quem opera este site ainda não disse quem é.
about-legal = { $name }, { $identifier }, { $address }
about-neutral = A central de mediação não é parte nos casos. Quem medeia não decide por ninguém.
about-person = Falar com uma pessoa
about-person-none = Quem opera este site não informou um contato aqui. Num caso, escreva na sala: quem faz parte dele lê.
about-data = Seus dados
about-data-kept = Ficam no servidor desta central: seu nome, seu e-mail, o que você escreve e envia e, quando você assina, o endereço de internet e o navegador que usou.
about-data-readers = A sala conjunta é lida pelas duas partes e por quem medeia e, se o caso for à ouvidoria ou ao jurídico da própria empresa, por essa equipe. Uma conversa reservada é lida só por um lado e por quem medeia. A coordenação da central vê nomes e prazos; a equipe da central que recebe um caso lê a reclamação, as perguntas, as respostas e o que foi liberado para ela.
about-data-mail = Os e-mails dizem que algo aconteceu, e nunca o que foi dito.
about-data-record = O que foi dito e feito num caso fica no registro, que serve de prova às duas partes e por isso não se reescreve.
about-data-rights-br = Para saber o que há sobre você, corrigir ou pedir a eliminação (LGPD, art. 18), use o contato acima.
about-data-rights-eu = Para saber o que há sobre você, corrigir ou pedir o apagamento (RGPD, arts. 15.º a 17.º), use o contato acima.
about-data-rights-uk = Para saber o que há sobre você, corrigir ou pedir o apagamento (UK GDPR, arts. 15 a 17), use o contato acima.
about-privacy = Aviso de privacidade

# O que o site guarda sobre uma pessoa
mine-title = Seus dados
mine-lead = Baixe o que este site guarda sobre você: a sua conta, as suas entradas, os links e códigos que foram enviados a você e, caso por caso, o que você disse, enviou, assinou e decidiu.
mine-form = É um arquivo ZIP, com páginas para ler e os mesmos dados para programas (JSON).
mine-others = O que outras pessoas disseram não está nele. Os arquivos que você enviou ficam na página de cada caso.
mine-get = Baixar meus dados
mine-busy = Preparando…
mine-done = O arquivo foi entregue ao seu navegador.
mine-enter = Entre para baixar os seus dados.
about-data-get = Baixar o que este site guarda sobre você
