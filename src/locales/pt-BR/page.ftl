### Texts of the public pages and of the frame around every page.

## Frame
frame-skip = Pular para o conteúdo
frame-home = acordo, página inicial
frame-language = Idioma
frame-theme-dark = Usar cores escuras
frame-theme-light = Usar cores claras
frame-sign-in = Entrar
frame-sign-out = Sair
frame-cases = Meus casos
frame-loading = Carregando
frame-back = Voltar
frame-close = Fechar
frame-retry = Tentar de novo

## Problems that the page notices by itself
problem-page-offline = Não há conexão com o servidor. O que você escreveu continua aqui.
problem-page-unreadable = O servidor respondeu de um jeito que esta página não entende. Tente de novo daqui a pouco.
error-not-found-title = Não encontramos esta página
error-not-found-body = O endereço pode estar errado, ou você não tem acesso a este caso com esta conta.
error-title = Algo não funcionou
error-body = Nada do que você enviou antes se perdeu. Carregue a página de novo.
error-home = Ir para o início
