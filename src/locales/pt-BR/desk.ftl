### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Trecho da conversa reservada
desk-leak-body = O texto marcado veio da conversa reservada com { $name }, que ainda não autorizou contar.
desk-leak-remove = Tirar o trecho
desk-leak-ask = Pedir a { $name }

## The rep's desk

desk-rail = Principal
desk-rail-cases = Casos
desk-rail-register = Registro
desk-cases = Meus casos
desk-search = Buscar nome ou produto
desk-filter = Mostrar
desk-tab-my_turn = Minha vez
desk-tab-waiting = Em espera
desk-tab-due_today = Hoje
desk-tab-all = Todos
desk-none = Nenhum caso aqui.
desk-none-found = Nada encontrado. Tente outra palavra.
desk-cut = Essas palavras encontram muitos casos: aqui estão os que ficam entre os mil abertos por último. Escreva mais palavras.
desk-none-yours = Não há nada pendente para você.
desk-see-waiting = Ver o que depende de outras pessoas
desk-more = Ver mais casos
desk-choose = Escolha um caso na lista.
desk-open-first = Abrir o primeiro
desk-opened = Conversa aberta: { $room }
desk-support = Apoio
desk-guide = Guia
desk-case = Caso
desk-files = Documentos { $count }
desk-files-none = Ninguém enviou um arquivo ainda.
desk-files-private = Reservado
desk-case-consumer = Parte consumidora
desk-case-mediator = Mediação
desk-case-phase = Fase
desk-case-opened = Aberto em
desk-case-reference = Referência
desk-agreement = Acordo
desk-join = Entrar no caso
desk-ask-mediator = Pedir mediação
desk-ask-mediator-body = Uma pessoa neutra da central entra na conversa. Os dois lados ficam sabendo que você pediu.
desk-leave = Sair da mediação
desk-leave-title = Sair da mediação?
desk-leave-body = A mediação termina e o caso segue para a ouvidoria. Você continua podendo ler o que já lia. O outro lado fica sabendo.
desk-call-back = Retirar o convite
desk-call-back-title = Retirar o convite?
desk-call-back-body = O caso termina, e a pessoa convidada recebe um aviso. Para convidar de novo, abra outro caso.
desk-papers = Documentos e registro
desk-hand-over = Passar o caso a outra pessoa
desk-hand-over-body = Você sai do caso e não lê mais nada dele. O outro lado verá quem assume e o motivo, nunca a nota.
desk-hand-over-mediator = Você deixa a mediação e não lê mais nada dela. O que ouviu em conversa reservada não passa adiante; quem vier começa com conversas reservadas novas.
desk-hand-over-to = Quem assume
desk-hand-over-why = Por quê
desk-hand-over-note = Nota para quem assume
desk-hand-over-note-hint = Fica nas notas da equipe: só a empresa { $company } lê.
desk-hand-over-nobody = Não há ninguém que possa assumir agora.
desk-hand-over-missing-person = Escolha quem assume.
desk-hand-over-missing-reason = Escolha o motivo.
desk-hand-over-yes = Passar o caso
desk-leave-seat = Sair do caso
desk-leave-seat-body = Você não lê mais nada deste caso. Se ninguém mais da empresa estiver nele, a conversa para até a empresa enviar outra pessoa. O caso então mostra até quando.
desk-leave-seat-mediator = Você não lê mais nada deste caso. Outra pessoa será indicada e começa com conversas reservadas novas.
desk-leave-seat-yes = Sair do caso
desk-outside = Sua empresa está neste caso
desk-outside-body = Você não participa dele: lê como começou, e não o que se disse depois.
desk-outside-was = Sua participação neste caso terminou
desk-outside-was-body = Você não lê mais o que é dito nele. O que você escreveu continua no registro.
desk-outside-cases = Ver meus casos
desk-ended = Seu acesso a esta página terminou. O que você escreveu está guardado.
desk-offline = Sem conexão. O que você escrever fica guardado e vai depois.
desk-back = { $count ->
    [0] Conexão restabelecida.
    [one] Conexão restabelecida. { $count } novidade.
   *[other] Conexão restabelecida. { $count } novidades.
}

desk-starters = Escuta ativa
desk-starter-1 = Reconhecer
desk-starter-2 = Fazer uma pergunta aberta
desk-starter-3 = Repetir com suas palavras
desk-starter-4 = Resumir
desk-starter-1-text = { $name }, entendo que isso foi difícil para você:
desk-starter-2-text = Conte como foi para você:
desk-starter-3-text = O que eu entendi foi isto. Está certo?
desk-starter-4-text = Até aqui combinamos:

desk-tactics = 7 passos (TACTICS)
desk-tactics-done = feito
desk-tactics-thank = Agradecer por trazer o problema
desk-tactics-thank-how = Diga o nome da pessoa e o que ela trouxe.
desk-tactics-apologise = Pedir desculpas pelo que aconteceu
desk-tactics-apologise-how = Lamentar não é assumir culpa. Fale do que a pessoa viveu.
desk-tactics-collect = Colher só os fatos que faltam
desk-tactics-collect-how = Perguntas abertas primeiro. Não peça duas vezes o que já foi dito.
desk-tactics-act = Tomar providências
desk-tactics-act-how = Diga o que vai fazer e quando. Prometa só o que cabe no seu prazo.
desk-tactics-own = “Eu resolvo”: assumir com nome
desk-tactics-own-how = Assine com o seu nome o que você vai fazer.
desk-tactics-check = Conferir se a pessoa ficou satisfeita
desk-tactics-check-how = Isso resolve? Falta algo?
desk-tactics-summarise = Resumir por escrito
desk-tactics-summarise-how = Escreva o combinado, as próximas datas e a causa.

## Keys

desk-keys = Atalhos
desk-keys-on = Usar teclas de uma letra
desk-key-move = mover
desk-key-next = Próximo caso
desk-key-previous = Caso anterior
desk-key-open = Abrir o caso ou ir para a mensagem
desk-key-accept = Conferir e aceitar a proposta
desk-key-counter = Propor outra
desk-key-propose = Nova proposta
desk-key-starters = Frases de escuta ativa
desk-key-send = Enviar

## The mediator's console

desk-settings = Regras
desk-rooms = Minhas salas
desk-needs-you = Precisam de você · { $count }
desk-moving = Andando sem você · { $count }
desk-actions = Ações
desk-waits = espera { $time }
desk-alt-keys = parte consumidora, todos, empresa
desk-choose-room = Escolha uma sala na lista.
desk-open-longest = Abrir a que espera há mais tempo
desk-typing = digitando
desk-propose = Propor
desk-summary = Resumir o que ouvi
desk-summary-label = O que você entendeu
desk-summary-hint = { $name } confirma ou corrige. Só vocês dois veem.
desk-ask-tell = Pedir para contar
desk-ask-title = Pedir a { $name } para contar
desk-ask-label = As palavras exatas
desk-ask-hint = Só estas palavras poderão ser levadas à sala conjunta, e só se { $name } autorizar.
desk-ask-send = Pedir a { $name }
desk-pause = Pausar sala conjunta
desk-pause-body = As partes não poderão escrever na sala conjunta até você reabrir. As conversas reservadas continuam. A pausa aparece para os dois lados.
desk-reopen = Reabrir sala conjunta
desk-reopen-body = As partes poderão escrever de novo na sala conjunta.
desk-stage = Mudar etapa
desk-stage-to = Etapa
desk-stage-note = Nota (opcional)
desk-stage-note-hint = Esta nota aparece na sala conjunta.
desk-stage-move = Mudar
desk-impasse = Encerrar sem acordo
desk-impasse-why = Por quê?
desk-impasse-hint = O motivo é um código da lista. Palavras suas ficam só nas suas notas.
desk-impasse-missing = Escolha um motivo.
desk-impasse-continue = Continuar
desk-impasse-sure = Encerrar a mediação sem acordo: { $ground }?
desk-impasse-effect-1 = A mediação termina para os dois lados e o termo final é emitido.
desk-impasse-effect-2 = As conversas reservadas fecham.
desk-impasse-effect-3 = O caso segue para a ouvidoria.
desk-impasse-yes = Sim, encerrar sem acordo
desk-remove = Retirar representante da empresa
desk-remove-body = A pessoa sai agora e não lê mais nada. O motivo aparece no caso. Se ninguém mais da empresa { $company } estiver nele, a empresa precisa enviar outra pessoa. O caso então mostra até quando.
desk-remove-who = Quem sai
desk-remove-why = Motivo
desk-remove-missing = Escolha quem sai e o motivo.
desk-remove-yes = Retirar da conversa
desk-accept-title = Você recebeu uma indicação para mediar
desk-accept-nothing-said = Você verá o que foi dito só depois de aceitar.
desk-accept-clear = Não tenho conflito de interesses com nenhum dos lados
desk-accept-missing = Para aceitar, declare que não tem conflito. Se tiver, recuse.
desk-accept-words = O que os dois lados devem saber sobre você
desk-accept-words-hint = Formação, vínculos, quem paga. Os dois lados leem.
desk-accept-words-missing = Escreva o que os dois lados devem saber sobre você ou marque que não há nada a declarar.
desk-accept-nothing = Nada a declarar
desk-accept-nothing-hint = Preenche o campo com esta declaração, no idioma do caso.
desk-accept-nothing-words = Não tenho nada a declarar: nenhum vínculo com qualquer dos lados e nenhum interesse no resultado.
desk-accept-yes = Aceitar mediar
desk-accept-no = Recusar
desk-admit-title = Caso recebido
desk-admit = Admitir o caso
desk-assign = Indicar quem vai mediar
desk-assign-nobody = Não há agora ninguém livre e sem conflito para mediar.
desk-assign-missing = Escolha uma pessoa.
desk-assign-yes = Indicar
desk-coordinate-title = Coordenação do caso
desk-coordinate-sees = A coordenação vê nomes, fase e prazos, nunca o que foi dito.
desk-case-now = Próximo passo
desk-admit-lead = Até você admitir o caso, ninguém da empresa fica sabendo da reclamação.
desk-refuse = Recusar o caso
desk-refuse-why = Por que o caso não é admitido
desk-refuse-effect = Quem reclamou recebe um aviso com este motivo, e o caso termina.
desk-refuse-missing = Escolha um motivo.
desk-refuse-yes = Recusar e avisar
desk-replace = Passar a mediação a outra pessoa
desk-replace-hint = Quem medeia agora deixa de ler o caso. As conversas reservadas recomeçam com quem vier.
desk-replace-yes = Passar a mediação
desk-mediator-missing = Ninguém livre e sem conflito foi encontrado. Avisamos você a cada dia útil até alguém ser indicado.
desk-case-company = Empresa
desk-invite = Convidar cliente
room-accept-power_missing = Você não tem poderes para assinar isto: outra pessoa da empresa terá de assinar.
room-accept-power_too_small = O valor passa do limite dos seus poderes: outra pessoa da empresa terá de assinar.
room-accept-power_expired = Os seus poderes terminaram: outra pessoa da empresa terá de assinar.

## The coordination: cases without their content, and who mediates them
desk-coordination = Coordenação
desk-coordination-lead = Nomes, fases e prazos dos casos da central. O que foi dito não aparece aqui.
desk-coordination-admit = A admitir · { $count }
desk-coordination-assign = Sem mediação · { $count }
desk-coordination-yours = Também com você · { $count }
desk-coordination-late = Em atraso · { $count }
desk-coordination-rest = Em andamento · { $count }
desk-coordination-none = Não há nada pendente para você.
desk-coordination-more = Há mais casos do que os mostrados.
desk-coordination-mediators = Quem medeia
desk-coordination-person = Nome
desk-coordination-language = Idioma
desk-coordination-load = Casos em mãos
desk-coordination-nobody = Ninguém medeia nesta central ainda.
desk-coordination-filed = aberto em { $date }
desk-open-cases = { $count ->
    [0] nenhum caso em mãos
    [one] 1 caso em mãos
   *[other] { $count } casos em mãos
}

desk-key-leave = Fechar, ou sair do campo
desk-palette = Ir para…
desk-palette-words = O que você procura: página, nome, produto ou código do caso
desk-palette-theme = Trocar entre claro e escuro
desk-alert = { $count ->
    [one] 1 caso espera por você
   *[other] { $count } casos esperam por você
}
desk-alerts = Avisos
desk-alerts-lead = O título da página sempre mostra quantos casos esperam por você. Nenhum aviso diz qual é o caso nem do que se trata.
desk-alerts-sound = Tocar um som curto
desk-alerts-notice = Mostrar um aviso no computador quando esta página estiver em segundo plano
desk-alerts-denied = Este navegador não permite avisos deste endereço.
desk-account = Sua conta, { $name }

## Rooms and notes as only companies and mediators have them

room-band-internal = Notas da equipe
room-band-internal-readers = Só a equipe da empresa { $company } vê.
room-to-team = Só para a equipe da empresa { $company }. { $consumer } e quem medeia não veem.
room-to-self = Só para você. Ninguém mais vê.
room-region-internal = Notas da equipe da empresa { $company }
room-to-mediator-from-company = Só para { $mediator }. { $consumer } não vê.
room-to-consumer = Só para { $name }. A empresa não vê.
room-to-company = Só para { $name }. { $consumer } não vê.
room-band-of = Reservada · { $name }
room-band-private-company = Só a sua equipe e { $mediator }. { $consumer } não vê nada daqui.
room-band-of-consumer-hidden = A empresa não vê
room-band-of-company-hidden = { $consumer } não vê
