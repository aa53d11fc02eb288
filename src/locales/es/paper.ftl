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
paper-column-amount = Importe
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

    Para comprobar que es auténtico y que nada se cambió, abra { $site }/verify y elija este ZIP. O, sin enviarlo a nadie, con el programa acordo:

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
paper-procedure-opening = Todos los actos del procedimiento, en el orden en que se registraron. Los mensajes, las propuestas y los montos no forman parte de él.
paper-enforcement-subtitle = Acuerdo no cumplido en plazo
paper-enforcement-opening = Lo que abajo consta como no cumplido no se cumplió en el plazo del acuerdo. Este documento reúne lo que hace falta para exigirlo.
paper-enforcement-meaning-two = El acuerdo firmado y el registro del procedimiento acompañan este documento en el archivo ZIP.
paper-course = Curso
paper-filed-at = Reclamo recibido el
paper-invited-at = Invitación enviada el
paper-invitation-delivered = Invitación recibida por el servidor de correo del destinatario el
paper-invitation-undelivered = Ningún servidor de correo recibió la invitación, al
paper-ended-at = Cierre
paper-ending = Cómo terminó
paper-ground = Motivo
paper-term-agreed = Las partes concluyeron un acuerdo, que consta en documento propio, firmado el { $day }.
paper-answers = Quién respondió
paper-column-who = Quién
paper-column-accepted = Aceptó participar
paper-column-first-word = Primera manifestación
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
paper-settled-amount = Importe en disputa
paper-refund = Restitución de lo pagado
paper-settled-remedy = Lo que se pidió
paper-settled-protocols = Números de atención anteriores
paper-settled-filed = Reclamo registrado
paper-settled-account = Lo que ocurrió, en palabras de quien reclamó; la otra parte no las confirma por firmar
paper-traded-as = Conocida como { $name }
paper-amount-words = { $figure } ({ $words })
paper-due-days = { $days } días corridos después de la última firma
paper-due-working-days = { $days } días hábiles después de la última firma (calendario: { $calendar })
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
paper-receipt-answered = Primera respuesta de la empresa el
paper-receipt-silent = Hasta el { $now } la empresa no escribió nada en el caso.
paper-receipt-until = La invitación puede responderse hasta el { $day }, 24:00.
