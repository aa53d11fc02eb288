### Texts of the register of agreements, and of the list of who looked into a case.

## The register
register-title = Registro de acordos
register-lead = Os acordos concluídos de { $names }: o que ficou devido, até quando, o que foi feito e o que está descumprido. Nada mais dos casos aparece aqui.
register-tabs = Situação
register-tab-all = Todos
register-tab-owed = A cumprir
register-tab-breached = Descumpridos
register-tab-done = Nada mais devido
register-search = Buscar
register-search-hint = Código do caso ou nome
register-from = Concluídos de
register-to = até
register-filter = Filtrar
register-clear = Limpar os filtros
register-empty = Ainda não há acordo concluído. Quando houver, ele aparece aqui.
register-empty-filter = Nenhum acordo com este filtro.
register-altered = { $count ->
    [one] { $count } acordo não confere com o que foi gravado e não é mostrado. Quem opera o site já foi avisado.
   *[other] { $count } acordos não conferem com o que foi gravado e não são mostrados. Quem opera o site já foi avisado.
}
register-more = Mostrar mais
register-page = { $shown } de { $count } acordos
register-select = Marcar o acordo { $version } do caso { $reference }
register-select-page = Marcar todos desta lista
register-chosen = { $count ->
    [0] Nenhum marcado
    [one] { $count } marcado
   *[other] { $count } marcados
}
register-parties = { $consumer } e { $company }
register-version = Acordo { $version }
register-concluded = Concluído em { $date }
register-nothing-owed = Sem obrigação com prazo.
register-debtor = Quem deve: { $name }
register-due-on = Até { $date }
register-overdue = Prazo vencido
register-breached = Descumprido
register-breached-once = Já esteve descumprido
register-rest = Falta { $money }
register-reported = Informado: { $money }
register-confirmed = Confirmado: { $money }
register-released = Dispensado: { $money }
register-presumed = Sem confirmação: { $money }
register-file-pdf = PDF
register-file-record = ZIP com provas
register-file-about = Acordo { $version } do caso { $reference }
register-unsealed = O documento final ainda está sendo feito.

## Exports of many
register-export = Baixar os marcados
register-export-all = Baixar todos deste filtro ({ $count })
register-exports = Arquivos pedidos
register-exports-lead = Cada arquivo tem os acordos em PDF, o registro que prova cada um e um índice. Fica guardado por um dia.
register-exports-none = Nenhum arquivo pedido.
register-job = { $count ->
    [one] { $count } acordo · pedido { $when }
   *[other] { $count } acordos · pedidos { $when }
}
register-job-waiting = Esperando a vez
register-job-making = Em preparo: { $done } de { $count }
register-job-ready = Pronto até { $when }
register-job-failed = Não foi possível preparar este arquivo. Peça de novo.
register-job-failed-full = Não havia espaço para este arquivo no servidor. Quem opera o site já foi avisado.
register-job-left-out = { $count ->
    [one] { $count } acordo ficou de fora; o índice diz por quê.
   *[other] { $count } acordos ficaram de fora; o índice diz por quê.
}
register-job-download = Baixar ({ $size })
register-job-remove = Apagar
register-job-about = pedido { $when }
register-job-started = O arquivo está sendo preparado. Você pode continuar; ele aparece abaixo quando estiver pronto.
register-job-is-ready = O arquivo está pronto.
register-job-removed = O arquivo foi apagado.

## Who looked into a case
access-title = Quem consultou este caso
access-lead = Pessoas que olharam este caso por função, não por participar dele: ouvidoria, jurídico, gestão, coordenação. Cada linha diz o que foi lido, dentro do que você também pode ler.
access-empty = Ninguém consultou este caso por função.
access-more = Mostrar consultas mais antigas
access-you = Você
access-nobody = Alguém cuja conta não existe mais
access-read = Leu: { $channels }
access-agreement = Levou o acordo
access-company-ombudsman = ouvidoria da empresa { $organisation }
access-company-legal = jurídico da empresa { $organisation }
access-company-queue_officer = equipe da empresa { $organisation } com o caso na fila
access-company-approver = gestão da empresa { $organisation }
access-company-invited = equipe da empresa { $organisation }
access-company-register = registro de acordos da empresa { $organisation }
access-operator-ombudsman = ouvidoria independente da plataforma ({ $organisation })
access-operator-legal = jurídico da plataforma ({ $organisation })
access-operator-queue_officer = equipe da plataforma ({ $organisation }) com o caso na fila
access-operator-coordinator = coordenação ({ $organisation })
access-operator-register = registro de acordos da plataforma ({ $organisation })
access-channel-procedure = procedimento
access-channel-joint = sala conjunta
access-channel-caucus = conversa reservada
access-channel-internal = notas da equipe
access-channel-notes = anotações de quem medeia
access-channel-sealed = respostas fechadas
access-channel-review = análise { $number }
access-channel-desk = notas da análise { $number }
access-channel-challenge = recusa de quem medeia
