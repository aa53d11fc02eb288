### Texts of the frame around every page: header, problems, forms.

## Frame
frame-skip = Pular para o conteúdo
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar cores escuras
frame-theme-light = Usar cores claras
frame-sign-in = Entrar
frame-about = Quem opera, ajuda e dados
frame-sign-out = Sair
frame-account = Sua conta
frame-cases = Meus casos
frame-loading = Carregando
frame-back = Voltar
frame-close = Fechar
frame-retry = Tentar de novo

## Problems that the page notices by itself
problem-page-offline = Não há conexão com o servidor. O que você escreveu continua aqui.
problem-page-unanswered = Não veio resposta. Ainda não sabemos se o que você fez chegou; estamos conferindo e avisamos aqui.
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
form-sending = Enviando…
form-amount-read = Lido: { $amount }
form-amount-fault = Este valor não está claro. Escreva só um número, como { $example }

## Network
frame-try-now = Tentar agora
frame-offline = Sem internet.
