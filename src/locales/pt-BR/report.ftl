### The report of a check, for the page and the terminal.

## The check
verify-title = Conferir um acordo
verify-lead = Escolha o arquivo que você recebeu: o ZIP ou o PDF do acordo. Conferimos as assinaturas e se algo mudou.
verify-stays = O arquivo não sai deste dispositivo: a conferência é feita aqui, no seu navegador. Só as chaves deste site são pedidas a ele.
verify-file = ZIP ou PDF do acordo
verify-drop = Solte o arquivo aqui, ou escolha
verify-choose = Escolher arquivo
verify-go = Conferir
verify-keys = Em que chaves confiar
verify-keys-site = Nas deste site
verify-keys-site-more = São pedidas a ele quando você apertar Conferir. O resultado vale então o que vale a palavra de quem mantém o site.
verify-keys-own = Nas que eu tenho
verify-keys-own-more = Um arquivo de chaves que você guardou ou recebeu de outra pessoa.
verify-keys-file = Arquivo de chaves
verify-keys-text = Ou cole o texto aqui
verify-seen = Pontos de controle que você guardou
verify-seen-file = Arquivos: o texto, o e-mail em texto ou o PDF final
verify-seen-hint = Um ponto de controle guardado mostra se o registro foi reescrito depois.
verify-busy = Conferindo…
verify-progress = Lidos { $read } de { $size }
verify-stop = Parar
verify-stopped = Parado. Nada foi conferido.
verify-fault-none = Escolha o ZIP ou o PDF
verify-fault-site = Não foi possível receber as chaves deste site. Tente de novo ou use um arquivo de chaves seu.
verify-fault-keys-none = Escolha o arquivo de chaves ou cole o texto dele
verify-fault-keys = Isto não é um arquivo de chaves
verify-fault-seen = Em uma das coisas que você guardou não há nenhum ponto de controle
verify-fault-unreadable = Este dispositivo não conseguiu ler o arquivo
verify-word-genuine = VÁLIDO
verify-word-not_valid = NÃO VÁLIDO
verify-word-unclear = NÃO FOI POSSÍVEL SABER
verify-word-not_compared = NÃO FOI POSSÍVEL SABER TUDO
verify-valid = É autêntico e não foi alterado
verify-invalid = Não passou na conferência
verify-valid-body = Foi emitido e assinado pela casa indicada abaixo, e nada mudou nele desde então.
verify-invalid-body = Não confie neste arquivo. Peça outro a quem o enviou.
verify-unclear = Não foi possível conferir
verify-attached = O que está anexado a este PDF é autêntico; as páginas não foram conferidas
verify-attached-body = O acordo que foi assinado está dentro deste PDF como agreement-shown.pdf. Abra a lista de anexos no seu programa de PDF e leia esse arquivo: as páginas em volta dele podem ter sido alteradas.
verify-shown-save = Salvar o documento que foi apresentado para assinar
verify-doubt-proof = Este PDF não traz nenhuma prova. Peça o arquivo original ou o ZIP do acordo.
verify-doubt-late = Por este arquivo não dá para saber se cada fato foi testemunhado a tempo.
verify-doubt-seen = O que você guardou não pode ser comparado com este arquivo.
verify-doubt-record = Este arquivo não é dos que este serviço emite, ou só uma parte dele chegou. Baixe de novo ou peça o original a quem o enviou.
verify-doubt-collection = Este ZIP reúne vários arquivos. Abra-o e confira cada um por si: os ZIP e o PDF do acordo que estão dentro dele.
verify-doubt-pages = As páginas deste PDF não foram conferidas.
verify-doubt-clock = Este arquivo diz que foi exportado em um dia que ainda não chegou: um relógio está errado, o deste dispositivo ou o de quem o emitiu.
verify-doubt-key = Foi assinado com uma chave em que não se confia mais. Peça à casa o ZIP do acordo ou do registro: ele virá assinado com a chave nova.
verify-checked = Conferido
verify-checked-file = { $name } ({ $size })
verify-checked-at = Em { $at }, pelo relógio deste dispositivo
verify-basis = Chaves
verify-basis-site = As que { $site } entregou em { $at }. Quem mantém esse site poderia ter entregado outras: compare com uma cópia de outro dia ou de outra pessoa.
verify-basis-own = Do seu arquivo { $name }
verify-basis-pasted = As que você colou
verify-seen-fits = Conferem com este registro.
verify-seen-some = { $fits ->
    [0] Nada do que você guardou pode ser comparado com este arquivo: ele não mostra o que se guardou.
    [one] { $fits } confere com este registro; o resto é de algo que este arquivo não mostra, e não pôde ser comparado.
   *[other] { $fits } conferem com este registro; o resto é de algo que este arquivo não mostra, e não pôde ser comparado.
}
verify-reference = Caso
verify-profile = Conteúdo
verify-profile-agreement = Acordo e suas provas
verify-profile-procedural = Registro do procedimento
verify-profile-joint = Registro da sala conjunta
verify-profile-caucus = Registro de uma conversa reservada
verify-exported = Exportado em
verify-instance = Emitido por
verify-instance-claimed = O arquivo diz que foi emitido por
verify-events = Fatos conferidos
verify-parts = Partes
verify-parts-text =
    { $opened ->
        [one] { $opened } aberta
       *[other] { $opened } abertas
    }, { $withheld ->
        [one] { $withheld } reservada
       *[other] { $withheld } reservadas
    }, { $erased ->
        [one] { $erased } apagada
       *[other] { $erased } apagadas
    }, { $failed } com falha
verify-left-out = Provas que não estão neste arquivo
verify-left-out-file = { $name } ({ $channel }, fato { $seq })
verify-times = Horários
verify-times-operator = Atestados pela central de mediação
verify-times-witness = Atestados também por: { $names }
verify-times-absent = { $name } não atestou nada neste arquivo
verify-pending = De { $at } em diante, os horários ainda não estão no registro público.
verify-unproven-record = Não diz o que aconteceu depois da exportação.
verify-unproven-agreement = Traz só o acordo: não pode mostrar o que mais houve no caso nem o que veio depois.
verify-failures = O que falhou
verify-failure-house = Não foi assinado pela casa a que pertencem estas chaves, ou as chaves são mais antigas que o arquivo.
verify-failure-file = O arquivo está incompleto ou foi alterado.
verify-failure-chain = A sequência dos fatos foi quebrada.
verify-failure-past = A parte antiga do registro não é a que você guardou: foi reescrita, ou o que você guardou é de outro registro.
verify-failure-content = Um conteúdo não é o que foi registrado.
verify-failure-signature = Uma assinatura não confere.
verify-failure-time = As datas não são comprovadas.
verify-details = Detalhes técnicos
verify-another = Conferir outro arquivo

## Quem assinou o quê
verify-signed = Acordo assinado, versão { $version }
verify-concluded = Assinado por todos em
verify-signature-at = { $seat }, em { $at }
verify-signature-by = Com { $method }. A casa conhecia esta pessoa por { $level }.
verify-authority = Assinou com poderes de: { $authority }
verify-document-hash = Código do documento que assinaram
verify-pdf-hash = Código do PDF que foi apresentado
verify-level-email = endereço de e-mail
verify-level-password = senha
verify-level-two_factor = dois fatores
verify-level-passkey = chave de acesso

## O que diz
verify-says = O que diz o documento assinado
verify-parties = Partes do acordo
verify-party = { $seat }: { $name }
verify-identifier = , { $identifier }
verify-subject = Assunto
verify-obligations = O que é devido
verify-what = { $kind } ({ $text })
verify-obligation = Da { $debtor } para a { $creditor }, { $due }: { $text }
verify-amount = { $amount }, da { $debtor } para a { $creditor }, { $due }: { $text }
verify-due-day = até { $day }
verify-due-until = até o fim de { $day } (24h, UTC{ $offset })
verify-due-after = { $days ->
    [one] { $days } dia após as assinaturas
   *[other] { $days } dias após as assinaturas
}
verify-due-after-working = { $days ->
    [one] { $days } dia útil após as assinaturas
   *[other] { $days } dias úteis após as assinaturas
}
verify-due-dates = Datas que resultaram da última assinatura
verify-due-number = Obrigação { $number }
verify-clauses = Cláusulas
verify-phases = Andamento do caso
verify-channels = Até onde vai o registro
verify-channel =
    { $channel }: { $count ->
        [one] { $count } fato
       *[other] { $count } fatos
    }, o último em { $at }
verify-channel-open =
    { $channel }: { $count ->
        [one] { $count } fato
       *[other] { $count } fatos
    }
verify-channel-procedure = Procedimento
verify-channel-joint = Sala conjunta
verify-channel-caucus = Conversa reservada
verify-seal = Selo nas páginas
verify-seal-none = Não conferido
verify-seal-trusted = Confere, por um certificado que está no arquivo de chaves
verify-seal-unknown = Confere, mas o certificado não está no arquivo de chaves
verify-unproven-title = O que isto não prova
verify-unproven-people = Quem é cada pessoa, e com que entrou, é palavra da casa indicada acima.
verify-unproven-times = Os horários também são palavra dela.
verify-unproven-truth = Está provado que alguém escreveu, não que o escrito é verdade.
verify-print = Imprimir este relatório
