### The agreement: reading, signing, the receipt and what follows.
agreement-title = Acordo { $reference }
agreement-back = Voltar à sala
agreement-step = Etapa { $step } de 5
agreement-none = Ainda não há acordo neste caso.

## While it is written
agreement-drafting-title = O acordo está sendo escrito
agreement-drafting = Assim que o texto estiver pronto, ele aparece aqui para você ler e assinar.
agreement-drafting-identify = Faltam os dados legais de: { $names }.
agreement-identity-own = Falta a identificação legal da sua empresa: razão social, CNPJ e endereço. Peça à gestão que os informe e à central de mediação que os confira. Assim que estiverem conferidos, o acordo é redigido.
agreement-identity-other = O acordo espera a identificação legal da empresa { $company }. Quem cuida disso é a própria empresa; nada falta da sua parte.
identify-title = Seus dados para o acordo
identify-lead = Eles entram no texto do acordo, que as duas partes leem.
identify-name = Nome completo
identify-name-hint = Como está no seu documento.
identify-number = CPF
identify-number-fault = Escreva o número do documento
identify-address = Endereço (se quiser)
identify-save = Salvar meus dados
agreement-power_missing = Você não tem poderes registrados para assinar pela empresa. Peça à gestão que os registre, ou passe o caso a quem os tem.
agreement-power_too_small = O valor passa do limite dos seus poderes. Outra pessoa da empresa precisa assinar: passe o caso a ela antes do prazo.
agreement-power_expired = Os seus poderes para assinar pela empresa terminaram. Peça à gestão que registre novos, ou passe o caso a quem os tem.
sign-power = Você assina pela empresa com estes poderes: { $words }
review-with = Com quem você assina
review-identified = { $name }, { $number }
review-identified-at = { $name }, { $number }, { $address }

## Review
review-title = Leia antes de assinar
review-summary = Em resumo
review-you = Você vai
review-other = { $name } vai
review-release = O que este acordo encerra
review-nothing = encerrar esta reclamação, e nada mais
review-nothing-company = encerrar este caso, e nada mais
review-if-not = Se alguém não cumprir
review-if-not-title = O acordo feito em mediação vale como título: pode ser cobrado direto na Justiça.
review-if-not-contract = O acordo vale como contrato entre vocês e pode ser cobrado na Justiça. O texto completo diz com que base na lei.
review-full = Texto completo
review-language = O documento está em { $language }.
review-pdf = Baixar PDF
review-listen = Ouvir
review-listen-stop = Parar
review-continue = Continuar para assinar
review-wrong = Algo não está certo
review-wrong-title = O que não está certo?
review-wrong-body = O acordo volta para a conversa. Ninguém assume nenhuma obrigação.
review-wrong-send = Devolver para a conversa
review-word = Corrigir a redação
review-word-title = Cláusulas do acordo
review-word-body = Aqui muda só o texto das cláusulas. Valores e prazos mudam com uma nova proposta. Quem já assinou assina de novo.
review-word-clause = Cláusula { $number }
review-word-add = Acrescentar cláusula
review-word-remove = Tirar a cláusula { $number }
review-word-send = Propor este texto
review-changed = O texto mudou. Leia de novo antes de assinar.
review-changed-new = Novo
review-changed-gone = Saiu
review-reflect-title = Você tem tempo para pensar
review-reflect = Pode assinar a partir de { $when }. Até lá, mostre o acordo a alguém de confiança, ao Procon ou à Defensoria Pública.
review-waive = Não preciso esperar
review-waive-title = Assinar sem esperar?
review-waive-body = A espera é uma regra desta plataforma a seu favor. Abra mão dela só se já se aconselhou ou tem certeza.
review-waive-yes = Quero assinar agora
review-waive-no = Prefiro esperar
review-signed-you = Você assinou.
review-signed-wait = Faltam: { $names }. Prazo: { $when }.
review-signers = Quem assina
review-not-signed = ainda não assinou
review-signed-at = { $method }, { $when }
review-signer = Só assina quem participa do caso.

## Sign
sign-title = Assine com seu nome
sign-page = Assinar
sign-name-fault = Escreva o seu nome completo
sign-code = Código de 6 números
sign-code-ask = Enviaremos um código para o seu e-mail.
sign-code-send = Enviar o código
sign-code-again = Enviar outro código
sign-code-sent = Enviamos para { $to }. Vale até { $until } e pode ser colado.
sign-code-fault = Digite os 6 números do código
sign-code-fault-ask = Peça o código e digite os 6 números
sign-consent-fault = Marque que leu e que assina por vontade própria
sign-proof = Guardamos data, hora, endereço de internet e o código do documento como prova.
sign-go = Assinar o acordo
sign-others = As outras pessoas assinam até { $when }.
sign-back = Voltar ao acordo
sign-done = Sua assinatura foi registrada.

## Receipt
receipt-title = Acordo assinado
receipt-next = O que acontece agora
receipt-owes = { $debtor }: { $what }
receipt-code = Código do documento
receipt-check = Conferir se é verdadeiro
receipt-pdf = Baixar o acordo (PDF)
receipt-zip = Baixar com as provas (ZIP)
receipt-json = Dados do acordo (JSON)
receipt-calendar = Pôr as datas na agenda
receipt-sealing = O PDF final está sendo preparado. Você também o recebe por e-mail.
receipt-you = Você

## Fulfilment
fulfil-title = O que foi combinado
fulfil-due = Prazo: { $day }
fulfil-overdue = O prazo passou
fulfil-breached = Não cumprido
fulfil-broken = O acordo não foi cumprido
fulfil-broken-creditor = O caso foi ao jurídico. Com o dossiê para execução você pode levar o acordo à Justiça: ele traz o acordo assinado, as provas e o que falta.
fulfil-broken-debtor = O caso foi ao jurídico e quem tem a receber pode levar o acordo à Justiça. Você ainda pode cumprir e informar.
fulfil-broken-closed = O caso está encerrado aqui: nenhum prazo corre mais e ninguém da plataforma cobra o que falta. O que for pago ainda pode ser confirmado.
fulfil-packet = Dossiê para execução ({ $format })
fulfil-packet-wait = O dossiê está sendo preparado.
fulfil-ask = { $what }: foi cumprido?
fulfil-ask-body = { $name } informou que cumpriu.
fulfil-yes = Sim, foi cumprido
fulfil-yes-body = Confirmar vale para sempre: { $name } não deve mais o que você confirmar.
fulfil-no = Não foi
fulfil-no-title = O que falta?
fulfil-no-body = { $name } recebe um aviso e precisa resolver. Se não resolver no prazo, o caso segue para o jurídico.
fulfil-no-words = Conte o que aconteceu
fulfil-no-fault = Escreva o que falta
fulfil-no-send = Avisar que não foi cumprido
fulfil-report = Já cumpri
fulfil-report-file = Comprovante
fulfil-wait = Esperando { $name } confirmar
fulfil-wait-debtor = { $name } ainda não informou
fulfil-all = Tudo foi cumprido. O caso está encerrado.
fulfil-report-title = Informar que cumpriu
fulfil-report-body = A outra parte é avisada e confirma. Um comprovante ajuda.
fulfil-report-sum = Quanto foi pago ({ $currency })
fulfil-report-on = Dia em que foi pago ou feito
fulfil-report-send = Informar
fulfil-confirm = Já recebi
fulfil-confirm-other = Recebi outro valor ou em outro dia
fulfil-confirm-title = Confirmar o que recebeu
fulfil-confirm-body = Vale mesmo que { $name } não tenha informado. A confirmação é um recibo e não pode ser desfeita.
fulfil-confirm-sum = Quanto você recebeu ({ $currency })
fulfil-confirm-on = Dia em que recebeu
fulfil-confirm-send = Confirmar o recebimento
fulfil-release = Dispensar
fulfil-release-title = Dispensar o que falta?
fulfil-release-body = { $name } fica sem dever o que você dispensar, e isso não pode mais ser cobrado. Não dá para desfazer.
fulfil-release-sum = Quanto você dispensa ({ $currency })
fulfil-release-send = Dispensar e não cobrar mais
fulfil-part-hint = Até { $sum }. Pode ser uma parte.
fulfil-part-more = O valor passa do que ainda falta: { $sum }
fulfil-on-fault = Escolha um dia até hoje
fulfil-ask-sum = { $name } informou que pagou { $sum }.
fulfil-steps = O que foi dito até agora
fulfil-sum-owed = Falta { $sum } de { $whole }
fulfil-sum-reported = { $sum } informado, espera confirmação
fulfil-sum-confirmed = { $sum } confirmado
fulfil-sum-released = { $sum } dispensado
fulfil-sum-presumed = { $sum } conta como pago, sem confirmação
fulfil-step = { $what }: { $day }
fulfil-step-sum = { $what }: { $sum }, { $day }
fulfil-step-reported = Informado
fulfil-step-disputed = Contestado
fulfil-step-confirmed = Recebimento confirmado
fulfil-step-released = Dispensado
fulfil-step-presumed = Contado como feito, sem confirmação
fulfil-step-reopened = Caso reaberto: espera resposta

# O que alguém vai fazer, depois de "Você vai"
does-refund = { $sum ->
    [none] devolver o que foi pago
   *[some] devolver { $sum }
}
does-pay = { $sum ->
    [none] pagar
   *[some] pagar { $sum }
}
does-replace = { $sum ->
    [none] trocar o produto
   *[some] trocar o produto, no valor de { $sum }
}
does-repair = { $sum ->
    [none] fazer o conserto
   *[some] fazer o conserto, no valor de { $sum }
}
does-redo_service = { $sum ->
    [none] refazer o serviço
   *[some] refazer o serviço, no valor de { $sum }
}
does-reduce_price = { $sum ->
    [none] baixar o preço
   *[some] abater { $sum } do preço
}
does-discount = { $sum ->
    [none] dar um desconto
   *[some] dar um desconto de { $sum }
}
does-voucher = { $sum ->
    [none] dar um vale-compra
   *[some] dar um vale-compra de { $sum }
}
does-cancel_contract = { $sum ->
    [none] cancelar o contrato
   *[some] cancelar o contrato, no valor de { $sum }
}
does-correct_record = { $sum ->
    [none] corrigir o cadastro
   *[some] corrigir o cadastro, no valor de { $sum }
}
does-deliver = { $sum ->
    [none] fazer a entrega
   *[some] fazer a entrega, no valor de { $sum }
}
does-apologise = pedir desculpas
does-explain = dar uma explicação
does-other = { $sum ->
    [none] cumprir outro compromisso
   *[some] cumprir outro compromisso, no valor de { $sum }
}
