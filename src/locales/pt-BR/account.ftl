# A própria conta: os dispositivos com sessão aberta e a senha.
account-title = Sua conta
account-enter = Entre para ver a sua conta.
account-roles = O que você faz aqui
account-role = { $role }, { $organisation }
account-data = Baixar seus dados
account-data-more = O que este site guarda sobre você.

account-devices = Onde sua conta está aberta
account-devices-lead = { $count ->
    [one] Esta sessão é a única.
   *[other] Há { $count } sessões abertas. Encerre o que você não reconhece e depois troque a senha.
}
account-devices-lead-link = { $count ->
    [one] Esta sessão é a única.
   *[other] Há { $count } sessões abertas. Encerre o que você não reconhece.
}
account-devices-lead-case = { $count ->
    [one] É a única sessão deste caso. As outras da sua conta não aparecem aqui.
   *[other] Há { $count } sessões deste caso abertas. As outras da sua conta não aparecem aqui.
}
account-devices-all = Mostrar todas as { $count }
account-device = { $browser } no { $system }
account-device-program = Um programa
account-device-here = Este dispositivo
account-device-used = Último uso: { $at }
account-device-since = Entrou: { $at }
account-device-address = De { $address }
account-device-case = Aberta com o link de um caso: leva só a esse caso
account-device-end = Encerrar
account-device-end-name = Encerrar a sessão de { $device }, aberta { $at }
account-device-ended = Encerrada: { $device }.
account-others-end = Encerrar todas as outras
account-others-ended = Esta sessão agora é a única.
account-others-ended-case = Deste caso só resta esta sessão.
account-ending = Encerrando…

account-password = Senha
account-password-none = Você entra com um link que chega por e-mail a cada vez. Não há senha.
account-password-first = Você entra com um link que chega por e-mail a cada vez. Com uma senha, você passa a entrar com ela, e não mais por link.
account-password-choose = Receber um link para escolher uma
account-password-mailed = O link está a caminho de { $email }. Ele vale por duas horas.
account-password-lead = Com uma nova, sua sessão é encerrada nos outros dispositivos.
account-password-present = Senha atual
account-password-new = Senha nova
account-password-hint = Quatro palavras sem relação ou mais, ou a que um programa criou.
account-password-missing = Digite a senha atual
account-password-new-missing = Digite a senha nova
account-password-go = Trocar a senha
account-password-changed = Sua senha foi trocada. Sua sessão foi encerrada nos outros dispositivos, e um e-mail confirma isso.

password-title = Escolha uma senha nova
password-lead = Digite o e-mail da sua conta. Enviamos um link para escolher uma senha nova.
password-go = Receber o link
password-sent = Se este e-mail for de uma conta com senha, o link está a caminho; veja também a caixa de spam. Ele vale por duas horas. Um link pedido há menos de cinco minutos não é enviado de novo. Se você entra sem senha, recebe um link para entrar.
password-chosen-lead = Você entra aqui, e sua sessão é encerrada nos outros dispositivos.
password-choose = Salvar e entrar
password-used = Este link já foi usado
password-expired = Este link venceu
password-gone = Peça outro: um link vale uma vez, por duas horas, e uma senha nova o encerra.
password-again = Pedir outro link
