# El acuerdo en papel (PDF).
paper-status-shown = Versión presentada para la firma
paper-status-signed = Documento firmado electrónicamente
paper-case = Caso
paper-version = Versión
paper-created-at = Redactado el
paper-parties = Partes
paper-obligations = Obligaciones
paper-column-number = N.º
paper-column-obligation = Obligación
paper-column-amount = Monto
paper-column-due = Plazo
paper-debtor = Quién cumple:
paper-creditor = A favor de:
paper-clauses = Cláusulas
paper-nature = Naturaleza del documento
paper-signing = Firmas
paper-signing-text = Este documento lo firman por medios electrónicos las personas siguientes. Después de la última firma recibe la página que certifica quién firmó, cuándo y cómo.
paper-integrity = Integridad
paper-integrity-text = Los códigos siguientes identifican el contenido de este documento. El cambio de una sola letra daría códigos distintos. Las firmas se dan sobre el código del documento.
paper-document-hash = Código del documento
paper-terms-hash = Código de los términos
paper-record-root = Raíz del registro
paper-record-size = Eventos en el registro
paper-certificate = Certificación de las firmas
paper-certificate-text = La plataforma registró las firmas siguientes, en el orden en que se dieron, todas sobre el mismo código del documento y después de presentar a los firmantes el PDF cuyo código acompaña a cada una.
paper-seat = Firma como
paper-authority = Facultades
paper-method = Medio de firma
paper-identity-level = Nivel de identificación
paper-signed-at = Fecha y hora
paper-consent = Declaración
paper-shown-pdf-hash = Código del PDF presentado
paper-checkpoint = Punto de control del registro
paper-checkpoint-text = Firma digital de esta plataforma sobre el registro del caso, también adjunta a este PDF (checkpoint.txt). Quien guarda este texto puede probar que el registro no se cambió después.
paper-attachment = El acuerdo en formato legible por máquina: los datos sobre los que se calcula el código del documento
paper-attachment-text = Adjuntos a este PDF: agreement.json, los datos exactos sobre los que se calcula el código del documento; el documento tal como se presentó a quienes firmaron; y la conclusión con el punto de control que la prueba.
paper-substituted = Los caracteres que no existen en las fuentes de este documento aparecen entre corchetes, por su número Unicode, como en [U+1F600].
paper-page-of = Página { $page } de { $pages }

# What this document is
paper-identifier = Documento
paper-seat-consumer = Consumidor(a)
paper-seat-company = Empresa
paper-seat-mediator = Mediador(a)
paper-seat-ombudsman = Ombudsman
paper-seat-legal = Área jurídica
paper-level-email = posesión del correo
paper-level-password = contraseña
paper-level-two_factor = dos factores
paper-level-passkey = clave de acceso

# The bundle
bundle-readme =
    Este ZIP es el registro de un caso de mediación en línea, emitido por { $operator } en { $site }.
    Contenido: { $profile }.

    Para comprobar que es auténtico y que nada se cambió, abra { $site }/verify y elija este ZIP: la página lo comprueba en su dispositivo y no lo envía a nadie. O, sin ninguna página, con el programa acordo:

    curl -o keys.txt { $site }/.well-known/acordo-keys
    acordo verify { $file } --key keys.txt

    Cualquier programa de BagIt comprueba que los archivos estén enteros, una vez descomprimidos:

    bagit.py --validate { $folder }

    La carpeta data/record contiene un hecho por línea; data/checkpoints, las firmas sobre ellos; data/evidence, los archivos; data/agreement.pdf, el acuerdo final, si lo hay. data/case.json dice, en withheld, qué no está aquí y por qué. Un mensaje que la mediación ocultó está en data/record cuando este contenido muestra su canal: es parte del registro, aunque en el sitio ya nadie lo lee, salvo la mediación.

## Papers of procedure
paper-procedural-integrity-text = El código de abajo resume todos los eventos del procedimiento hasta este punto. Cualquier cambio daría otro código.
paper-procedural-attachment = El mismo documento en formato legible por máquina
paper-procedural-attachment-text = El archivo { $file }, adjunto a este PDF, dice lo mismo para programas.
paper-issued-at = Emitido el
paper-final_term-opening = Esta acta cierra la mediación del caso indicado arriba. No contiene nada de lo dicho en ella.
paper-certificate-opening = Se hace constar lo siguiente sobre el caso indicado arriba: a quién se envió la invitación, cuándo, quién respondió, y cuándo hubo mediación, si la hubo. Nada de lo dicho, ofrecido o pedido figura aquí.
paper-procedure-subtitle = Hechos y fechas, sin el contenido de las conversaciones
paper-procedure-opening = Todos los actos del procedimiento, en el orden en que se registraron. Los mensajes y las propuestas no forman parte de él; de los valores constan solo los informados, confirmados, condonados o no pagados de un acuerdo concluido.
paper-enforcement-subtitle = Acuerdo no cumplido en plazo
paper-enforcement-opening = Lo que abajo consta como no cumplido no se cumplió en el plazo del acuerdo. Este documento reúne lo que hace falta para exigirlo y muestra la situación al { $moment }; lo que se pague o condone después da un expediente nuevo.
paper-enforcement-meaning-two = El acuerdo firmado y el registro del procedimiento acompañan este documento en el archivo ZIP.
paper-course = Curso
paper-filed-at = Reclamo recibido el
paper-invited-at = Invitación enviada el
paper-invitation-delivered = Invitación recibida por el servidor de correo del destinatario el
paper-invitation-undelivered = Ningún servidor de correo recibió la invitación, al
paper-ended-at = Cierre
paper-ending = Cómo terminó
paper-ground = Motivo
paper-term-agreed = Esta mediación terminó sin un acuerdo nuevo. El acuerdo que las partes firmaron antes, el { $day }, código del documento { $hash }, sigue valiendo.
paper-answers = Quién respondió
paper-column-who = Quién
paper-column-accepted = Aceptó participar
paper-column-first-word = Primer escrito en la sala conjunta
paper-column-when = Cuándo
paper-column-what = Acto
paper-column-state = Situación
paper-yes = Sí
paper-no = No
paper-never = Nunca
paper-company-never-answered = La empresa fue invitada y no había respondido a la fecha de este documento.
paper-company-refused = La empresa rechazó la invitación.
paper-consumer-never-answered = La parte consumidora fue invitada y no había respondido a la fecha de este documento.
paper-consumer-refused = La parte consumidora rechazó la invitación.
paper-record = Actos
paper-enforced = El acuerdo
paper-sealed-pdf-hash = Código del PDF final
paper-payments = Obligaciones y cumplimiento
paper-state-due = Por cumplir
paper-state-reported = Informado como cumplido
paper-state-disputed = Objetado
paper-state-confirmed = Confirmado
paper-state-presumed = Sin confirmación
paper-state-breached = No cumplido
paper-state-released = Condonado
paper-still-owed = Todavía se debe: { $sum }
paper-late-by = { $days ->
    [one] { $days } día de atraso
   *[other] { $days } días de atraso
}
paper-said-on = dicho el { $day }
paper-column-said = Lo que se dijo
paper-step-reported = Informado por quien debe
paper-step-disputed = Objetado por quien recibe
paper-step-confirmed = Recepción confirmada
paper-step-released = Condonado por quien recibe
paper-step-presumed = Sin respuesta: contado como cumplido
paper-step-reopened = Caso reabierto: espera respuesta

## What the agreement settles, and what is certified of it
paper-opening-mediated = Las partes identificadas abajo, libremente y de buena fe, en mediación, pusieron fin a la controversia descrita a continuación y asumen las obligaciones de este documento.
paper-opening-contract = Las partes identificadas abajo, libremente y de buena fe, en negociación directa, pusieron fin a la controversia descrita a continuación y asumen las obligaciones de este documento.
paper-settled = Lo que resuelve este acuerdo
paper-settled-product = Producto o servicio
paper-settled-order = Pedido
paper-settled-happened = Cuándo ocurrió
paper-settled-amount = Monto en disputa
paper-refund = Restitución de lo pagado
paper-settled-remedy = Lo que se pidió
paper-settled-protocols = Números de atención anteriores
paper-settled-filed = Reclamo registrado
paper-settled-account = Lo que ocurrió, en palabras de quien reclamó; la otra parte no las confirma por firmar
paper-traded-as = Conocida como { $name }
paper-amount-words = { $figure } ({ $words })
paper-due-days = { $days ->
    [0] El día de la última firma
    [one] { $days } día corrido después de la última firma
   *[other] { $days } días corridos después de la última firma
}
paper-due-working-days = { $days ->
    [0] El día de la última firma, o el día hábil siguiente (calendario: { $calendar })
    [one] { $days } día hábil después de la última firma (calendario: { $calendar })
   *[other] { $days } días hábiles después de la última firma (calendario: { $calendar })
}
paper-due-dates = Fechas que resultan de la última firma
paper-due-number = Obligación { $number }
paper-due-until = hasta el { $day }, 24:00
paper-identifier-masked = Identificación
paper-email = Correo electrónico
paper-reflection = Reflexión
paper-reflection-waived = Renunció al tiempo de reflexión, que es regla de esta casa
paper-reflection-kept = Firmó después del tiempo de reflexión, que es regla de esta casa
paper-attachment-shown = El documento tal como se presentó a quienes firmaron
paper-attachment-concluded = El evento de la conclusión, con el camino hasta el punto de control
paper-attachment-checkpoint = El punto de control del registro, impreso en la última página
paper-mediation = Mediación { $number }
paper-mediation-span = del { $start } al { $end }
paper-mediation-open = desde el { $start }, en curso
paper-invitation-accepted = Invitación aceptada el
paper-invitation-refused = Invitación rechazada el
paper-invitation-lapsed = Invitación sin respuesta; plazo vencido el
paper-term-none = La mediación terminó sin acuerdo.
paper-days-late = { $days ->
    [one] { $days } día de atraso al { $day }
   *[other] { $days } días de atraso al { $day }
}
paper-attestation = Emitido por

## The receipt of a complaint
paper-receipt-opening = Este reclamo fue registrado en esta plataforma. El documento dice qué se pidió, a quién y cuándo, y lo que se sabe de la respuesta hasta la fecha de emisión.
paper-receipt-asked = Lo que se pidió
paper-receipt-account = Lo que ocurrió, en palabras de quien reclamó
paper-receipt-answered = Primer escrito de la empresa en la sala conjunta el
paper-receipt-silent = Hasta el { $now } la empresa no escribió nada en la sala conjunta del caso.
paper-receipt-until = La invitación puede responderse hasta el { $day }, 24:00.

## How an agreement came about, and what a later one is about
paper-mediated-by = Mediación
paper-opening-ombudsman = Las partes identificadas abajo, libremente y de buena fe, por recomendación del ombudsman, que las dos aceptaron, pusieron fin a la controversia descrita a continuación y asumen las obligaciones de este documento.
paper-opening-legal = Las partes identificadas abajo, libremente y de buena fe, por recomendación del área jurídica que tenía el caso, que las dos aceptaron, pusieron fin a la controversia descrita a continuación y asumen las obligaciones de este documento.
paper-before = Acuerdo anterior
paper-before-stands = Versión { $version }, firmado el { $day }. Sigue valiendo.
paper-before-hash = Código del acuerdo anterior
paper-before-complaint = Caso de origen
paper-further = Este acuerdo
paper-further-is = Un acuerdo más del mismo caso, sobre lo que dicen las obligaciones de abajo.
paper-unsolved = Lo que la parte consumidora señaló, el { $day }, como no resuelto por el acuerdo anterior, en sus palabras; la otra parte no las confirma por firmar
paper-account-at = Relato de la empresa recibido el
paper-by-rule = Mediador(a), en cuyo nombre se emite esta acta por regla, a partir del evento que cerró la mediación, con el sello de esta casa
paper-company-wrote-nothing = La empresa aceptó la invitación y no había escrito nada en el caso a la fecha de este documento.
paper-company-silent-until = La empresa aceptó la invitación y no escribió nada en el caso hasta el fin del plazo para su primera respuesta, { $day }, 24:00.
paper-consumer-refused-unconfirmed = La invitación fue rechazada por quien la recibió en la dirección que dio la empresa. La identidad de esa persona no se confirmó.
paper-consumer-never-answered-unconfirmed = Nadie había respondido a la invitación enviada a la dirección que dio la empresa a la fecha de este documento. No se confirmó que la dirección sea de la parte consumidora.
paper-delay = Atraso
paper-other-agreement = Otro acuerdo del mismo caso
paper-due-number-of = Obligación { $number } del acuerdo versión { $version }
paper-receipt-not-admitted-at = No admitido por esta casa el
paper-receipt-not-admitted = Esta casa no admitió el reclamo. Motivo: { $ground }. No se envió a la empresa.
paper-receipt-waits = Hasta el { $now } esta casa todavía no había admitido el reclamo, y no se había enviado a la empresa.
paper-receipt-ended-before = El caso terminó antes de que el reclamo se enviara a la empresa.
paper-receipt-not-reached = Hasta el { $now } ningún servidor de correo había recibido la invitación para la empresa: no consta que el reclamo le haya llegado.
paper-account-filed = Relato de la empresa recibido
paper-named-by-company = Nombre informado por la empresa; identidad no confirmada
