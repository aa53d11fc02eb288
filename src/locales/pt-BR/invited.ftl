# O convite de uma empresa, como o consumidor o vê
invited-subject = Assunto
invited-subject-trade = Uma compra ou um serviço: { $trade }
invited-meeting = Primeira conversa
invited-meeting-place = Nesta página, por escrito, desde { $day }
invited-order = pedido { $order }
invited-told = O que a empresa contou
invited-not-me = Não sou eu
invited-step = Passo { $nth } de 2
invited-confirm-title = Confirme que é você
invited-confirm-lead = Só para ninguém entrar no seu lugar. Depois você lê o que a empresa contou.
invited-confirm-go = Confirmar
invited-confirm-fault = Preencha o dado pedido.
invited-confirm-wrong = Este dado não confere com o que a empresa tem. { $left ->
    [one] Falta 1 tentativa.
   *[other] Faltam { $left } tentativas.
}
invited-proof-order_number = Número do pedido, contrato ou nota
invited-proof-order_number-hint = Com letras e números. Pontos e traços não contam.
invited-proof-identifier_start = Os 3 primeiros números do seu CPF
invited-proof-identifier_start-hint = Só os três primeiros.
invited-proof-phone_end = Os 4 últimos números do seu telefone
invited-proof-phone_end-hint = O telefone que você deu à empresa.
invited-proof-postal_code = Seu CEP
invited-proof-postal_code-hint = O do endereço que você deu à empresa.
invited-join-title = O que falta dizer
invited-join-lead = O resto a empresa já contou: você não precisa repetir.
invited-own = Quer contar com as suas palavras?
invited-own-hint = Se algo no relato da empresa não foi assim, escreva aqui.
invited-amount-hint = Quanto está em jogo, se você souber.
invited-disown-title = Este convite não é para você?
invited-disown-lead = Avisamos a empresa { $company } que o endereço estava errado. Ela não fica sabendo mais nada.
invited-disown-go = Não sou eu
invited-disown-back = Voltar: o convite é para mim
invited-disowned-title = Agradecemos o aviso
invited-disowned = A empresa fica sabendo que o endereço estava errado, e nada além disso. Você não recebe mais e-mails deste caso. Pode fechar esta página.
invited-over-title = Este convite terminou
invited-over-lapsed = O tempo para responder acabou em { $day }. Sem resposta, o convite conta como recusado. Nenhum direito seu mudou.
invited-over-closed = Este caso foi encerrado, e não há mais nada a responder.
invited-address = Receber os avisos em outro e-mail
invited-address-hint = A empresa não vê nem muda o seu e-mail.
invited-address-go = Trocar o e-mail
invited-address-sent = Mandamos um link para { $email }. Quando você o abrir, os avisos passam a ir para lá.
