# O acordo em papel (PDF).
paper-status-shown = Versão apresentada para assinatura
paper-status-signed = Documento assinado eletronicamente
paper-case = Caso
paper-version = Versão
paper-created-at = Redigido em
paper-parties = Partes
paper-obligations = Obrigações
paper-column-number = Nº
paper-column-obligation = Obrigação
paper-column-amount = Valor
paper-column-due = Prazo
paper-debtor = Quem cumpre:
paper-creditor = Em favor de:
paper-clauses = Cláusulas
paper-nature = Natureza do documento
paper-signing = Assinaturas
paper-signing-text = Este documento é assinado por meio eletrônico pelas pessoas abaixo. Depois da última assinatura, ele recebe a página que certifica quem assinou, quando e como.
paper-integrity = Integridade
paper-integrity-text = Os códigos abaixo identificam o conteúdo deste documento. Qualquer mudança de uma letra daria códigos diferentes. As assinaturas são dadas sobre o código do documento.
paper-document-hash = Código do documento
paper-terms-hash = Código dos termos
paper-record-root = Raiz do registro
paper-record-size = Eventos no registro
paper-certificate = Certificação das assinaturas
paper-certificate-text = A plataforma registrou as assinaturas abaixo, na ordem em que foram dadas, todas sobre o mesmo código do documento e depois de apresentado aos signatários o PDF cujo código acompanha cada uma.
paper-seat = Assina como
paper-authority = Poderes
paper-method = Meio de assinatura
paper-identity-level = Nível de identificação
paper-signed-at = Data e hora
paper-consent = Declaração
paper-shown-pdf-hash = Código do PDF apresentado
paper-checkpoint = Ponto de controle do registro
paper-checkpoint-text = Assinatura digital desta plataforma sobre o registro do caso, também anexa a este PDF (checkpoint.txt). Quem guarda este texto pode provar que o registro não foi alterado depois.
paper-attachment = O acordo em formato legível por máquina: os dados sobre os quais o código do documento é calculado
paper-attachment-text = Anexos a este PDF: agreement.json, os dados exatos sobre os quais o código do documento é calculado; o documento como foi apresentado a quem assinou; e a conclusão com o ponto de controle que a prova.
paper-substituted = Caracteres que não existem nas fontes deste documento aparecem entre colchetes, pelo número Unicode, como em [U+1F600].
paper-page-of = Página { $page } de { $pages }

# What this document is
paper-identifier = Documento
paper-seat-consumer = Consumidor(a)
paper-seat-company = Empresa
paper-seat-mediator = Mediador(a)
paper-seat-ombudsman = Ouvidoria
paper-seat-legal = Jurídico
paper-level-email = posse do e-mail
paper-level-password = senha
paper-level-two_factor = dois fatores
paper-level-passkey = chave de acesso

# The bundle
bundle-readme =
    Este ZIP é o registro de um caso de mediação online, emitido por { $operator } em { $site }.
    Conteúdo: { $profile }.

    Para conferir que é autêntico e que nada foi mudado, abra { $site }/verify e escolha este ZIP: a página confere no seu dispositivo e não envia o arquivo a ninguém. Ou, sem página nenhuma, com o programa acordo:

    curl -o keys.txt { $site }/.well-known/acordo-keys
    acordo verify { $file } --key keys.txt

    Qualquer programa de BagIt confere se os arquivos estão inteiros, depois de descompactados:

    bagit.py --validate { $folder }

    A pasta data/record contém um fato por linha; data/checkpoints, as assinaturas sobre eles; data/evidence, os arquivos; data/agreement.pdf, o acordo final, se houver. data/case.json diz, em withheld, o que não está aqui e por quê. Uma mensagem que a mediação ocultou está em data/record quando este conteúdo mostra o seu canal: faz parte do registro, embora no site ninguém mais a leia, exceto a mediação.

## Papers of procedure
paper-procedural-integrity-text = O código abaixo resume todos os eventos do procedimento até este ponto. Qualquer mudança daria outro código.
paper-procedural-attachment = O mesmo documento em formato legível por máquina
paper-procedural-attachment-text = O arquivo { $file }, anexo a este PDF, diz o mesmo para programas.
paper-issued-at = Emitido em
paper-final_term-opening = Este termo encerra a mediação do caso acima. Não contém nada do que foi dito nela.
paper-certificate-opening = Declara-se o que segue sobre o caso acima: a quem se enviou convite, quando, quem respondeu, e quando correu mediação, se correu. Nada do que foi dito, oferecido ou pedido consta desta declaração.
paper-procedure-subtitle = Fatos e datas, sem o conteúdo das conversas
paper-procedure-opening = Todos os atos do procedimento, na ordem em que foram registrados. As mensagens e as propostas não fazem parte dele; dos valores constam só os que foram informados, confirmados, dispensados ou não pagos de um acordo concluído.
paper-enforcement-subtitle = Acordo não cumprido no prazo
paper-enforcement-opening = O que se indica abaixo como não cumprido não foi cumprido no prazo do acordo. Este documento reúne o que é preciso para exigi-lo e mostra a situação em { $moment }; o que se pagar ou dispensar depois dá um dossiê novo.
paper-enforcement-meaning-two = O acordo assinado e o registro do procedimento acompanham este documento no arquivo ZIP.
paper-course = Andamento
paper-filed-at = Reclamação recebida em
paper-invited-at = Convite enviado em
paper-invitation-delivered = Convite recebido pelo servidor de e-mail do destinatário em
paper-invitation-undelivered = Nenhum servidor de e-mail recebeu o convite, até
paper-ended-at = Encerramento
paper-ending = Como terminou
paper-ground = Motivo
paper-term-agreed = Esta mediação terminou sem acordo novo. O acordo que as partes assinaram antes, em { $day }, código do documento { $hash }, continua valendo.
paper-answers = Quem respondeu
paper-column-who = Quem
paper-column-accepted = Aceitou participar
paper-column-first-word = Primeiro escrito na sala conjunta
paper-column-when = Quando
paper-column-what = Ato
paper-column-state = Situação
paper-yes = Sim
paper-no = Não
paper-never = Nunca
paper-company-never-answered = A empresa foi convidada e não tinha respondido até a data deste documento.
paper-company-refused = A empresa recusou o convite.
paper-consumer-never-answered = A parte consumidora foi convidada e não tinha respondido até a data deste documento.
paper-consumer-refused = A parte consumidora recusou o convite.
paper-record = Atos
paper-enforced = O acordo
paper-sealed-pdf-hash = Código do PDF final
paper-payments = Obrigações e cumprimento
paper-state-due = A cumprir
paper-state-reported = Informado como cumprido
paper-state-disputed = Contestado
paper-state-confirmed = Confirmado
paper-state-presumed = Sem confirmação
paper-state-breached = Não cumprido
paper-state-released = Dispensado
paper-still-owed = Ainda devido: { $sum }
paper-late-by = { $days ->
    [one] { $days } dia de atraso
   *[other] { $days } dias de atraso
}
paper-said-on = dito em { $day }
paper-column-said = O que foi dito
paper-step-reported = Informado por quem deve
paper-step-disputed = Contestado por quem recebe
paper-step-confirmed = Recebimento confirmado
paper-step-released = Dispensado por quem recebe
paper-step-presumed = Sem resposta: contado como cumprido
paper-step-reopened = Caso reaberto: espera resposta

## What the agreement settles, and what is certified of it
paper-opening-mediated = As partes abaixo identificadas, livremente e de boa-fé, em mediação, puseram fim à controvérsia descrita a seguir e assumem as obrigações deste documento.
paper-opening-contract = As partes abaixo identificadas, livremente e de boa-fé, em negociação direta, puseram fim à controvérsia descrita a seguir e assumem as obrigações deste documento.
paper-settled = O que este acordo resolve
paper-settled-product = Produto ou serviço
paper-settled-order = Pedido
paper-settled-happened = Quando aconteceu
paper-settled-amount = Valor em disputa
paper-refund = Restituição do valor pago
paper-settled-remedy = O que foi pedido
paper-settled-protocols = Protocolos anteriores
paper-settled-filed = Reclamação registrada
paper-settled-account = O que aconteceu, nas palavras de quem reclamou; a outra parte não as confirma por assinar
paper-traded-as = Conhecida como { $name }
paper-amount-words = { $figure } ({ $words })
paper-due-days = { $days ->
    [0] No dia da última assinatura
    [one] { $days } dia corrido depois da última assinatura
   *[other] { $days } dias corridos depois da última assinatura
}
paper-due-working-days = { $days ->
    [0] No dia da última assinatura, ou no dia útil seguinte (calendário: { $calendar })
    [one] { $days } dia útil depois da última assinatura (calendário: { $calendar })
   *[other] { $days } dias úteis depois da última assinatura (calendário: { $calendar })
}
paper-due-dates = Datas que resultam da última assinatura
paper-due-number = Obrigação { $number }
paper-due-until = até { $day }, 24h
paper-identifier-masked = Identificação
paper-email = E-mail
paper-reflection = Reflexão
paper-reflection-waived = Dispensou o tempo de reflexão, que é regra desta casa
paper-reflection-kept = Assinou depois do tempo de reflexão, que é regra desta casa
paper-attachment-shown = O documento como foi apresentado a quem assinou
paper-attachment-concluded = O evento da conclusão, com o caminho até o ponto de controle
paper-attachment-checkpoint = O ponto de controle do registro, impresso na última página
paper-mediation = Mediação { $number }
paper-mediation-span = de { $start } a { $end }
paper-mediation-open = desde { $start }, em andamento
paper-invitation-accepted = Convite aceito em
paper-invitation-refused = Convite recusado em
paper-invitation-lapsed = Convite sem resposta; prazo encerrado em
paper-term-none = A mediação terminou sem acordo.
paper-days-late = { $days ->
    [one] { $days } dia de atraso em { $day }
   *[other] { $days } dias de atraso em { $day }
}
paper-attestation = Emitido por

## The receipt of a complaint
paper-receipt-opening = Esta reclamação foi registrada nesta plataforma. O documento diz o que foi pedido, a quem e quando, e o que se sabe da resposta até a data de emissão.
paper-receipt-asked = O que foi pedido
paper-receipt-account = O que aconteceu, nas palavras de quem reclamou
paper-receipt-answered = Primeiro escrito da empresa na sala conjunta em
paper-receipt-silent = Até { $now } a empresa não escreveu nada na sala conjunta do caso.
paper-receipt-until = O convite pode ser respondido até { $day }, 24h.

## How an agreement came about, and what a later one is about
paper-mediated-by = Mediação
paper-opening-ombudsman = As partes abaixo identificadas, livremente e de boa-fé, por recomendação da ouvidoria, que as duas aceitaram, puseram fim à controvérsia descrita a seguir e assumem as obrigações deste documento.
paper-opening-legal = As partes abaixo identificadas, livremente e de boa-fé, por recomendação da equipe jurídica que tinha o caso, que as duas aceitaram, puseram fim à controvérsia descrita a seguir e assumem as obrigações deste documento.
paper-before = Acordo anterior
paper-before-stands = Versão { $version }, assinado em { $day }. Continua valendo.
paper-before-hash = Código do acordo anterior
paper-before-complaint = Caso de origem
paper-further = Este acordo
paper-further-is = Mais um acordo do mesmo caso, sobre o que as obrigações abaixo dizem.
paper-unsolved = O que a parte consumidora apontou, em { $day }, como não resolvido pelo acordo anterior, nas palavras dela; a outra parte não as confirma por assinar
paper-account-at = Relato da empresa recebido em
paper-by-rule = Mediador(a), em cujo nome este termo é emitido por regra, a partir do evento que encerrou a mediação, com o selo desta casa
paper-company-wrote-nothing = A empresa aceitou o convite e não tinha escrito nada no caso até a data deste documento.
paper-company-silent-until = A empresa aceitou o convite e não escreveu nada no caso até o fim do prazo para a sua primeira resposta, { $day }, 24h.
paper-consumer-refused-unconfirmed = O convite foi recusado por quem o recebeu no endereço informado pela empresa. A identidade dessa pessoa não foi confirmada.
paper-consumer-never-answered-unconfirmed = Ninguém tinha respondido ao convite enviado ao endereço informado pela empresa até a data deste documento. Não se confirmou que o endereço é da parte consumidora.
paper-delay = Atraso
paper-other-agreement = Outro acordo do mesmo caso
paper-due-number-of = Obrigação { $number } do acordo versão { $version }
paper-receipt-not-admitted-at = Não admitida por esta casa em
paper-receipt-not-admitted = Esta casa não admitiu a reclamação. Motivo: { $ground }. Ela não foi enviada à empresa.
paper-receipt-waits = Até { $now } esta casa ainda não tinha admitido a reclamação, e ela não tinha sido enviada à empresa.
paper-receipt-ended-before = O caso terminou antes que a reclamação fosse enviada à empresa.
paper-receipt-not-reached = Até { $now } nenhum servidor de e-mail tinha recebido o convite para a empresa: não se sabe que a reclamação tenha chegado a ela.
paper-account-filed = Relato da empresa recebido
paper-named-by-company = Nome informado pela empresa; identidade não confirmada
