### Texts of what is taken along: the index of many agreements, and the volume for a court.

## The index

index-column-reference = Caso
index-column-agreement = Acuerdo
index-column-company = Empresa
index-column-consumer = Parte consumidora
index-column-concluded = Concluido el
index-column-obligation = Obligación
index-column-debtor = Quién debe
index-column-amount = Importe
index-column-due = Plazo
index-column-state = Situación
index-column-owed = Pendiente
index-column-reported = Informado
index-column-confirmed = Confirmado
index-column-released = Condonado
index-column-presumed = Sin confirmación
index-column-overdue = Plazo vencido
index-column-breached = Incumplido
index-column-pdf = Archivo PDF
index-column-record = Archivo con pruebas
index-column-left-out = Por qué quedó fuera
index-yes = sí
index-no = no
index-before = antes
index-left-out-not_ready = El documento final todavía no está listo
index-left-out-record_altered = Lo guardado no coincide con lo que se escribió
index-left-out-too_large = No cupo en el archivo
index-left-out-internal = Falla del servidor

## The volume for a court

volume-title = Volumen del caso
volume-opening = Este volumen reúne, en un solo archivo y con numeración continua, los documentos del caso indicados abajo. Es una copia para leer: cada documento existe también como archivo propio, con lo que lo prueba.
volume-contents = Contenido
volume-agreement = Acuerdo { $version }
volume-files = Lista de archivos
volume-files-opening = Los archivos que las partes agregaron, en el orden en que se agregaron, cada uno con el código que lo identifica.
volume-files-none = Ningún archivo para listar.
volume-files-private = Las conversaciones reservadas y sus archivos no forman parte de este volumen.
volume-files-joint = Los archivos de la sala conjunta no se listan: para eso falta el permiso de los dos lados. Las conversaciones reservadas y sus archivos nunca forman parte de este volumen.
volume-check = Cómo comprobarlo
volume-check-text = Las páginas de este volumen no traen las pruebas que acompañan a los documentos. Para comprobarlos, pida el acuerdo como archivo propio y ábralo en { $site }/verify.
volume-column-part = Documento
volume-column-pages = Páginas
volume-column-number = N.º
volume-column-file = Archivo
volume-column-at = Agregado el
volume-column-by = Por
volume-page-of = Caso { $reference } · página { $page } de { $pages }
