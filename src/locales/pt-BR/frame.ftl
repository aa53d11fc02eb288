### Texts of the frame around every page: header, problems, forms, the rules.

## Frame
frame-skip = Pular para o conteúdo
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar cores escuras
frame-theme-light = Usar cores claras
frame-sign-in = Entrar
frame-sign-out = Sair
frame-part-ended = Sua participação neste caso terminou
frame-part-ended-body = Você não lê mais o que é dito nele. O que você escreveu continua no registro do caso.
frame-part-ended-cases = Ver meus casos
frame-cases = Meus casos
frame-loading = Carregando
frame-back = Voltar
frame-close = Fechar
frame-retry = Tentar de novo

## Problems that the page notices by itself
problem-page-offline = Não há conexão com o servidor. O que você escreveu continua aqui.
problem-page-unanswered = Não veio resposta. Ainda não sabemos se o que você fez chegou; conferimos sozinhos e avisamos aqui.
problem-page-not-sent = Não chegou e não vai chegar: nada foi enviado. Se ainda quiser, faça de novo.
problem-page-arrived = Chegou: o que você fez está registrado no caso.
problem-page-unreadable = O servidor respondeu de um jeito que esta página não entende. Tente de novo daqui a pouco.
error-not-found-title = Não encontramos esta página
error-not-found-body = O endereço pode estar errado, ou você não tem acesso a este caso com esta conta.
error-title = Algo não funcionou
error-body = Nada do que você enviou antes se perdeu. Carregue a página de novo.
error-home = Ir para o início
problem-page-request = Número para o suporte: { $id }

## Forms
form-optional = opcional
form-faults = { $count ->
    [one] Falta corrigir 1 ponto
   *[other] Falta corrigir { $count } pontos
}
form-fault-name = Escreva o seu nome completo
form-fault-email = Escreva um e-mail, como ana@exemplo.com
form-sending = Enviando…
form-email = E-mail
form-password = Senha

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
rules-confidential = O que for dito ou oferecido na mediação não pode ser contado fora nem usado num processo, salvo as exceções da lei. Seus próprios documentos continuam seus: você pode usá-los onde quiser. O que você disser só a quem media fica entre vocês.
rules-impartial-title = Quem media é imparcial
rules-impartial = Quem media não decide e não representa ninguém. Antes de começar, declara se tem algum conflito de interesse.
rules-good-faith-title = Boa-fé e respeito
rules-good-faith = Diga a verdade, responda nos prazos, trate bem a outra pessoa.
rules-online-title = É por escrito, pela internet
rules-online-text = A conversa, as propostas e as assinaturas ficam registradas com data e hora.
rules-rights-title = Seus direitos continuam
rules-rights = Enquanto a mediação dura, a prescrição fica suspensa. Os prazos para reclamar de defeitos são outros: pergunte antes que acabem. Você pode pedir ajuda jurídica, por exemplo à Defensoria Pública.
