### The report of a check, for the page and the terminal.

## The check
verify-title = Comprobar un acuerdo
verify-lead = Elija el archivo que recibió: el ZIP o el PDF del acuerdo. Comprobamos las firmas y si algo cambió.
verify-stays = El archivo no sale de este dispositivo: se comprueba aquí, en su navegador. A este sitio solo se le piden sus claves.
verify-file = ZIP o PDF del acuerdo
verify-drop = Suelte el archivo aquí, o elija
verify-choose = Elegir archivo
verify-go = Comprobar
verify-keys = En qué claves confiar
verify-keys-site = En las de este sitio
verify-keys-site-more = Se le piden cuando usted pulsa Comprobar. El resultado vale entonces lo que vale la palabra de quien mantiene el sitio.
verify-keys-own = En las que yo tengo
verify-keys-own-more = Un archivo de claves que usted guardó o recibió de otra persona.
verify-keys-file = Archivo de claves
verify-keys-text = O pegue el texto aquí
verify-seen = Puntos de control que usted guardó
verify-seen-file = Archivos: el texto, el correo como texto o el PDF final
verify-seen-hint = Un punto de control guardado muestra si el registro se reescribió después.
verify-busy = Comprobando…
verify-progress = Leídos { $read } de { $size }
verify-stop = Detener
verify-stopped = Detenido. No se comprobó nada.
verify-fault-none = Elija el ZIP o el PDF
verify-fault-site = No se pudieron recibir las claves de este sitio. Inténtelo de nuevo o use un archivo de claves suyo.
verify-fault-keys-none = Elija el archivo de claves o pegue su texto
verify-fault-keys = Esto no es un archivo de claves
verify-fault-seen = En una de las cosas que guardó no hay ningún punto de control
verify-fault-unreadable = Este dispositivo no pudo leer el archivo
verify-word-genuine = VÁLIDO
verify-word-not_valid = NO VÁLIDO
verify-word-unclear = NO SE PUDO SABER
verify-word-not_compared = NO SE PUDO SABER TODO
verify-valid = Es auténtico y no fue alterado
verify-invalid = No pasó la comprobación
verify-valid-body = Lo emitió y firmó la casa indicada abajo, y nada cambió en él desde entonces.
verify-invalid-body = No confíe en este archivo. Pida otro a quien lo envió.
verify-unclear = No se pudo comprobar
verify-attached = Lo adjunto a este PDF es auténtico; sus páginas no se comprobaron
verify-attached-body = El acuerdo que se firmó está dentro de este PDF como agreement-shown.pdf. Abra la lista de adjuntos en su programa de PDF y lea ese archivo: las páginas que lo rodean pudieron alterarse.
verify-shown-save = Guardar el documento que se mostró para firmar
verify-doubt-proof = Este PDF no lleva ninguna prueba. Pida el archivo original o el ZIP del acuerdo.
verify-doubt-late = Por este archivo no se puede saber si cada hecho fue atestiguado a tiempo.
verify-doubt-seen = Lo que usted guardó no se puede comparar con este archivo.
verify-doubt-record = Este archivo no es de los que emite este servicio, o solo llegó una parte. Descárguelo de nuevo o pida el original a quien lo envió.
verify-doubt-collection = Este ZIP reúne varios archivos. Ábralo y compruebe cada uno por separado: los ZIP y el PDF del acuerdo que están dentro.
verify-doubt-pages = Las páginas de este PDF no se comprobaron.
verify-doubt-clock = Este archivo dice haberse exportado en un día que aún no llegó: un reloj está mal, el de este dispositivo o el de quien lo emitió.
verify-doubt-key = Se firmó con una clave en la que ya no se confía. Pida a la casa el ZIP del acuerdo o del registro: vendrá firmado con la clave nueva.
verify-checked = Comprobado
verify-checked-file = { $name } ({ $size })
verify-checked-at = El { $at }, según el reloj de este dispositivo
verify-basis = Claves
verify-basis-site = Las que { $site } entregó el { $at }. Quien mantiene ese sitio podría haber entregado otras: compárelas con una copia de otro día o de otra persona.
verify-basis-own = De su archivo { $name }
verify-basis-pasted = Las que usted pegó
verify-seen-fits = Coinciden con este registro.
verify-seen-some = { $fits ->
    [0] Nada de lo que usted guardó puede compararse con este archivo: no muestra lo que se guardó.
    [one] { $fits } coincide con este registro; el resto es de algo que este archivo no muestra y no pudo compararse.
   *[other] { $fits } coinciden con este registro; el resto es de algo que este archivo no muestra y no pudo compararse.
}
verify-reference = Caso
verify-profile = Contenido
verify-profile-agreement = Acuerdo y sus pruebas
verify-profile-procedural = Registro del procedimiento
verify-profile-joint = Registro de la sala conjunta
verify-profile-caucus = Registro de una conversación reservada
verify-exported = Exportado el
verify-instance = Emitido por
verify-instance-claimed = El archivo dice que fue emitido por
verify-events = Hechos comprobados
verify-parts = Partes
verify-parts-text =
    { $opened ->
        [one] { $opened } abierta
       *[other] { $opened } abiertas
    }, { $withheld ->
        [one] { $withheld } reservada
       *[other] { $withheld } reservadas
    }, { $erased ->
        [one] { $erased } borrada
       *[other] { $erased } borradas
    }, { $failed } con falla
verify-left-out = Pruebas que no están en este archivo
verify-left-out-file = { $name } ({ $channel }, hecho { $seq })
verify-times = Horarios
verify-times-operator = Certificados por el centro de mediación
verify-times-witness = Certificados también por: { $names }
verify-times-absent = { $name } no dio fe de nada en este archivo
verify-pending = Desde { $at } sus horarios aún no están en el registro público.
verify-unproven-record = No dice qué pasó después de la exportación.
verify-unproven-agreement = Contiene solo el acuerdo: no puede mostrar qué más hubo en el caso ni qué vino después.
verify-failures = Qué falló
verify-failure-house = No lo firmó la casa a la que pertenecen estas claves, o las claves son más antiguas que el archivo.
verify-failure-file = El archivo está incompleto o fue alterado.
verify-failure-chain = La secuencia de los hechos se rompió.
verify-failure-past = La parte antigua del registro no es la que usted guardó: fue reescrita, o lo que guardó es de otro registro.
verify-failure-content = Un contenido no es el que se registró.
verify-failure-signature = Una firma no coincide.
verify-failure-time = Las fechas no están probadas.
verify-details = Detalles técnicos
verify-another = Comprobar otro archivo

## Quién firmó qué
verify-signed = Acuerdo firmado, versión { $version }
verify-concluded = Firmado por todos el
verify-signature-at = { $seat }, el { $at }
verify-signature-by = Con { $method }. La casa conocía a esta persona por { $level }.
verify-authority = Firmó con facultades de: { $authority }
verify-document-hash = Código del documento que firmaron
verify-pdf-hash = Código del PDF que se les mostró
verify-level-email = la dirección de correo
verify-level-password = una contraseña
verify-level-two_factor = dos factores
verify-level-passkey = una clave de acceso

## Qué dice
verify-says = Qué dice el documento firmado
verify-parties = Partes del acuerdo
verify-party = { $seat }: { $name }
verify-identifier = , { $identifier }
verify-subject = Asunto
verify-obligations = Qué se debe
verify-what = { $kind } ({ $text })
verify-obligation = De la { $debtor } a la { $creditor }, { $due }: { $text }
verify-amount = { $amount }, de la { $debtor } a la { $creditor }, { $due }: { $text }
verify-due-day = hasta el { $day }
verify-due-until = hasta el fin del { $day } (24:00, UTC{ $offset })
verify-due-after = { $days ->
    [one] { $days } día después de las firmas
   *[other] { $days } días después de las firmas
}
verify-due-after-working = { $days ->
    [one] { $days } día hábil después de las firmas
   *[other] { $days } días hábiles después de las firmas
}
verify-due-dates = Fechas que resultaron de la última firma
verify-due-number = Obligación { $number }
verify-clauses = Cláusulas
verify-phases = Curso del caso
verify-channels = Hasta dónde llega el registro
verify-channel =
    { $channel }: { $count ->
        [one] { $count } hecho
       *[other] { $count } hechos
    }, el último el { $at }
verify-channel-open =
    { $channel }: { $count ->
        [one] { $count } hecho
       *[other] { $count } hechos
    }
verify-channel-procedure = Procedimiento
verify-channel-joint = Sala conjunta
verify-channel-caucus = Conversación reservada
verify-seal = Sello de las páginas
verify-seal-none = No comprobado
verify-seal-trusted = Válido, con un certificado que está en el archivo de claves
verify-seal-unknown = Válido, pero el certificado no está en el archivo de claves
verify-unproven-title = Qué no prueba
verify-unproven-people = Quién es cada persona, y con qué entró, es palabra de la casa indicada arriba.
verify-unproven-times = Los horarios también son palabra suya.
verify-unproven-truth = Está probado que alguien lo escribió, no que sea verdad.
verify-print = Imprimir este informe
