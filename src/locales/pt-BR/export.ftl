### Texts of what is taken along: the index of many agreements, and the volume for a court.

## The index

index-column-reference = Caso
index-column-agreement = Acordo
index-column-company = Empresa
index-column-consumer = Parte consumidora
index-column-concluded = Concluído em
index-column-obligation = Obrigação
index-column-debtor = Quem deve
index-column-amount = Valor
index-column-due = Prazo
index-column-state = Situação
index-column-owed = Ainda devido
index-column-reported = Informado
index-column-confirmed = Confirmado
index-column-released = Dispensado
index-column-presumed = Sem confirmação
index-column-overdue = Prazo vencido
index-column-breached = Descumprido
index-column-pdf = Arquivo PDF
index-column-record = Arquivo com provas
index-column-left-out = Por que ficou de fora
index-yes = sim
index-no = não
index-before = antes
index-left-out-not_ready = O documento final ainda não está pronto
index-left-out-record_altered = O que está gravado não confere com o que foi escrito
index-left-out-too_large = Não coube no arquivo
index-left-out-internal = Falha do servidor

## The volume for a court

volume-title = Volume do caso
volume-opening = Este volume reúne, em um só arquivo e com numeração contínua, os documentos do caso indicados abaixo. É uma cópia para leitura: cada documento existe também como arquivo próprio, com o que o prova.
volume-contents = Conteúdo
volume-agreement = Acordo { $version }
volume-files = Lista de arquivos
volume-files-opening = Os arquivos que as partes juntaram, na ordem em que foram juntados, cada um com o código que o identifica.
volume-files-none = Nenhum arquivo a listar.
volume-files-private = As conversas reservadas e os seus arquivos não fazem parte deste volume.
volume-files-joint = Os arquivos da sala conjunta não são listados: para isso falta a permissão dos dois lados. As conversas reservadas e os seus arquivos nunca fazem parte deste volume.
volume-check = Como conferir
volume-check-text = As páginas deste volume não trazem as provas que acompanham os documentos. Para conferir, peça o acordo como arquivo próprio e abra-o em { $site }/verify.
volume-column-part = Documento
volume-column-pages = Páginas
volume-column-number = Nº
volume-column-file = Arquivo
volume-column-at = Juntado em
volume-column-by = Por
volume-page-of = Caso { $reference } · página { $page } de { $pages }
