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
rules-accept-more = O que for dito aqui é confidencial e, salvo exceções da lei, não vale como prova.
rules-accept-fault = Marque que aceita as regras da mediação
rules-online = Aceito conversar pela internet.
rules-online-more = A lei pede este sim para uma mediação online.
rules-online-fault = Marque que aceita conversar pela internet
rules-read = Ler as regras (2 minutos)
rules-title = Regras da mediação
rules-voluntary-title = É voluntário
rules-voluntary = Cada lado entra porque quer e pode sair quando quiser. Nada é decidido sem o sim dos dois.
rules-confidential-title = É confidencial
rules-confidential = O que for dito ou oferecido aqui não pode ser contado fora nem usado num processo, salvo as exceções da lei. O que é reservado ao mediador fica com ele.
rules-impartial-title = O mediador é imparcial
rules-impartial = O mediador não decide e não representa ninguém. Antes de começar, ele declara se tem algum conflito de interesse.
rules-good-faith-title = Boa-fé e respeito
rules-good-faith = Diga a verdade, responda nos prazos, trate bem a outra pessoa.
rules-online-title = É por escrito, pela internet
rules-online-text = A conversa, as propostas e as assinaturas ficam registradas com data e hora.
rules-rights-title = Seus direitos continuam
rules-rights = Enquanto a mediação dura, o prazo para ir à Justiça fica suspenso. Você pode pedir ajuda a um advogado ou à Defensoria.
