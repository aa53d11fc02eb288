### The agreement: reading, signing, the receipt and what follows.
agreement-title = Acuerdo { $reference }
agreement-back = Volver a la sala
agreement-step = Etapa { $step } de 5
agreement-none = Todavía no hay acuerdo en este caso.

## While it is written
agreement-drafting-title = El acuerdo se está redactando
agreement-drafting = En cuanto el texto esté listo, aparece aquí para que lo lea y lo firme.
agreement-drafting-identify = Faltan los datos legales de: { $names }.
agreement-identity-own = Falta la identificación legal de su empresa: razón social, número de registro y domicilio. Pida a la gestión que los informe y al centro de mediación que los verifique. En cuanto estén verificados, se redacta el acuerdo.
agreement-identity-other = El acuerdo espera la identificación legal de la empresa { $company }. De eso se ocupa la propia empresa; de su parte no falta nada.
identify-title = Sus datos para el acuerdo
identify-lead = Entran en el texto del acuerdo, que leen ambas partes.
identify-name = Nombre completo
identify-name-hint = Como está en su documento.
identify-number = Documento de identidad
identify-number-fault = Escriba el número del documento
identify-address = Domicilio (si quiere)
identify-save = Guardar mis datos
agreement-power_missing = No tiene facultades registradas para firmar por la empresa. Pida a la gestión que las registre, o pase el caso a quien las tiene.
agreement-power_too_small = El monto supera el límite de sus facultades. Debe firmar otra persona de la empresa: pásele el caso antes del plazo.
agreement-power_expired = Sus facultades para firmar por la empresa terminaron. Pida a la gestión que registre otras, o pase el caso a quien las tiene.
sign-power = Firma por la empresa con estas facultades: { $words }
review-with = Con quién firma
review-identified = { $name }, { $number }
review-identified-at = { $name }, { $number }, { $address }

## Review
review-title = Lea antes de firmar
review-summary = En resumen
review-you = Usted va a
review-other = { $name } va a
review-release = Qué termina con este acuerdo
review-nothing = cerrar este reclamo, y nada más
review-nothing-company = cerrar este caso, y nada más
review-if-not = Si alguien no cumple
review-if-not-title = El acuerdo hecho en mediación vale como título: puede exigirse directamente ante la Justicia.
review-if-not-contract = El acuerdo vale como contrato entre ustedes y puede exigirse ante la Justicia. El texto completo dice con qué base legal.
review-full = Texto completo
review-language = El documento está en { $language }.
review-pdf = Descargar PDF
review-listen = Escuchar
review-listen-stop = Detener
review-continue = Continuar para firmar
review-wrong = Algo no está bien
review-wrong-title = ¿Qué no está bien?
review-wrong-body = El acuerdo vuelve a la conversación. Nadie asume ninguna obligación.
review-wrong-send = Devolver a la conversación
review-word = Corregir la redacción
review-word-title = Cláusulas del acuerdo
review-word-body = Aquí cambia solo el texto de las cláusulas. Montos y plazos cambian con una nueva propuesta. Quien ya firmó firma de nuevo.
review-word-clause = Cláusula { $number }
review-word-add = Agregar cláusula
review-word-remove = Quitar la cláusula { $number }
review-word-send = Proponer este texto
review-changed = El texto cambió. Léalo de nuevo antes de firmar.
review-changed-new = Nuevo
review-changed-gone = Se quitó
review-reflect-title = Usted tiene tiempo para pensar
review-reflect = Puede firmar desde el { $when }. Hasta entonces, muestre el acuerdo a alguien de confianza o a la defensa pública.
review-waive = No necesito esperar
review-waive-title = ¿Firmar sin esperar?
review-waive-body = La espera es una regla de esta plataforma a su favor. Renuncie a ella solo si ya se asesoró o tiene certeza.
review-waive-yes = Quiero firmar ahora
review-waive-no = Prefiero esperar
review-signed-you = Usted firmó.
review-signed-wait = Faltan: { $names }. Plazo: { $when }.
review-signers = Quiénes firman
review-not-signed = todavía no firmó
review-signed-at = { $method }, { $when }
review-signer = Solo firma quien participa en el caso.

## Sign
sign-title = Firme con su nombre
sign-page = Firmar
sign-name-fault = Escriba su nombre completo
sign-code = Código de 6 números
sign-code-ask = Enviaremos un código a su correo.
sign-code-send = Enviar el código
sign-code-again = Enviar otro código
sign-code-sent = Lo enviamos a { $to }. Vale hasta { $until } y puede pegarse.
sign-code-fault = Escriba los 6 números del código
sign-code-fault-ask = Pida el código y escriba los 6 números
sign-consent-fault = Marque que leyó y que firma por voluntad propia
sign-proof = Guardamos fecha, hora, dirección de internet y el código del documento como prueba.
sign-go = Firmar el acuerdo
sign-others = Las demás personas tienen hasta el { $when } para firmar.
sign-back = Volver al acuerdo
sign-done = Su firma quedó registrada.

## Receipt
receipt-title = Acuerdo firmado
receipt-next = Qué pasa ahora
receipt-owes = { $debtor }: { $what }
receipt-code = Código del documento
receipt-check = Comprobar si es auténtico
receipt-pdf = Descargar el acuerdo (PDF)
receipt-zip = Descargar con las pruebas (ZIP)
receipt-json = Datos del acuerdo (JSON)
receipt-calendar = Poner las fechas en la agenda
receipt-sealing = El PDF final se está preparando. También lo recibe por correo.
receipt-you = Usted

## Fulfilment
fulfil-title = Lo acordado
fulfil-due = Plazo: { $day }
fulfil-overdue = El plazo pasó
fulfil-breached = Incumplido
fulfil-broken = No se cumplió el acuerdo
fulfil-broken-creditor = El caso pasó al área jurídica. Con el expediente de ejecución puede llevar el acuerdo a la Justicia: trae el acuerdo firmado, las pruebas y lo que falta.
fulfil-broken-debtor = El caso pasó al área jurídica y la parte acreedora puede llevar el acuerdo a la Justicia. Usted todavía puede cumplir e informar.
fulfil-broken-closed = El caso está cerrado aquí: ya no corre ningún plazo y nadie de la plataforma reclama lo que falta. Lo que se pague aún puede confirmarse.
fulfil-packet = Expediente de ejecución ({ $format })
fulfil-packet-wait = El expediente se está preparando.
fulfil-ask = { $what }: ¿se cumplió?
fulfil-ask-body = { $name } informó que cumplió.
fulfil-yes = Sí, se cumplió
fulfil-yes-body = Confirmar vale para siempre: { $name } ya no debe lo que usted confirme.
fulfil-no = No se cumplió
fulfil-no-title = ¿Qué falta?
fulfil-no-body = Se avisa a { $name }, que debe resolverlo. Si no lo resuelve dentro del plazo, el caso pasa al área jurídica.
fulfil-no-words = Cuente qué pasó
fulfil-no-fault = Escriba qué falta
fulfil-no-send = Avisar que no se cumplió
fulfil-report = Ya cumplí
fulfil-report-file = Comprobante
fulfil-wait = Esperando que { $name } confirme
fulfil-wait-debtor = { $name } todavía no informó
fulfil-all = Todo se cumplió. El caso está cerrado.
fulfil-report-title = Informar que cumplió
fulfil-report-body = Se avisa a la otra parte, que confirma. Un comprobante ayuda.
fulfil-report-sum = Cuánto se pagó ({ $currency })
fulfil-report-on = Día en que se pagó o se hizo
fulfil-report-send = Informar
fulfil-confirm = Ya lo recibí
fulfil-confirm-other = Recibí otro monto o en otro día
fulfil-confirm-title = Confirmar lo que recibió
fulfil-confirm-body = Vale aunque { $name } no lo haya informado. La confirmación es un recibo y no se puede deshacer.
fulfil-confirm-sum = Cuánto recibió ({ $currency })
fulfil-confirm-on = Día en que lo recibió
fulfil-confirm-send = Confirmar la recepción
fulfil-release = Condonar
fulfil-release-title = ¿Condonar lo que falta?
fulfil-release-body = { $name } deja de deber lo que usted condone, y ya no se podrá exigir. No se puede deshacer.
fulfil-release-sum = Cuánto condona ({ $currency })
fulfil-release-send = Condonar y no exigirlo más
fulfil-part-hint = Hasta { $sum }. Puede ser una parte.
fulfil-part-more = El monto supera lo que todavía falta: { $sum }
fulfil-on-fault = Elija un día hasta hoy
fulfil-ask-sum = { $name } informó que pagó { $sum }.
fulfil-steps = Lo que se dijo hasta ahora
fulfil-sum-owed = Falta { $sum } de { $whole }
fulfil-sum-reported = { $sum } informado, espera confirmación
fulfil-sum-confirmed = { $sum } confirmado
fulfil-sum-released = { $sum } condonado
fulfil-sum-presumed = { $sum } cuenta como pagado, sin confirmación
fulfil-step = { $what }: { $day }
fulfil-step-sum = { $what }: { $sum }, { $day }
fulfil-step-reported = Informado
fulfil-step-disputed = Objetado
fulfil-step-confirmed = Recepción confirmada
fulfil-step-released = Condonado
fulfil-step-presumed = Contado como hecho, sin confirmación
fulfil-step-reopened = Caso reabierto: espera respuesta

# Lo que alguien va a hacer, después de "Usted va a"
does-refund = { $sum ->
    [none] devolver lo que se pagó
   *[some] devolver { $sum }
}
does-pay = { $sum ->
    [none] pagar
   *[some] pagar { $sum }
}
does-replace = { $sum ->
    [none] cambiar el producto
   *[some] cambiar el producto, por { $sum }
}
does-repair = { $sum ->
    [none] hacer la reparación
   *[some] hacer la reparación, por { $sum }
}
does-redo_service = { $sum ->
    [none] repetir el servicio
   *[some] repetir el servicio, por { $sum }
}
does-reduce_price = { $sum ->
    [none] bajar el precio
   *[some] rebajar { $sum } del precio
}
does-discount = { $sum ->
    [none] dar un descuento
   *[some] dar un descuento de { $sum }
}
does-voucher = { $sum ->
    [none] dar un vale de compra
   *[some] dar un vale de compra de { $sum }
}
does-cancel_contract = { $sum ->
    [none] cancelar el contrato
   *[some] cancelar el contrato, por { $sum }
}
does-correct_record = { $sum ->
    [none] corregir el registro
   *[some] corregir el registro, por { $sum }
}
does-deliver = { $sum ->
    [none] hacer la entrega
   *[some] hacer la entrega, por { $sum }
}
does-apologise = pedir disculpas
does-explain = dar una explicación
does-other = { $sum ->
    [none] cumplir otro compromiso
   *[some] cumplir otro compromiso, por { $sum }
}
