### Texts of the register of agreements, and of the list of who looked into a case.

## The register
register-title = Registro de acuerdos
register-lead = Los acuerdos concluidos de { $names }: qué quedó pendiente, hasta cuándo, qué se cumplió y qué está incumplido. De los casos no aparece nada más aquí.
register-tabs = Situación
register-tab-all = Todos
register-tab-owed = Por cumplir
register-tab-breached = Incumplidos
register-tab-done = Nada pendiente
register-search = Buscar
register-search-hint = Código del caso o nombre
register-from = Concluidos desde
register-to = hasta
register-filter = Filtrar
register-clear = Quitar los filtros
register-empty = Todavía no hay ningún acuerdo concluido. Cuando haya uno, aparecerá aquí.
register-empty-filter = Ningún acuerdo con este filtro.
register-altered = { $count ->
    [one] { $count } acuerdo no coincide con lo que se guardó y no se muestra. Quien opera el sitio ya recibió el aviso.
   *[other] { $count } acuerdos no coinciden con lo que se guardó y no se muestran. Quien opera el sitio ya recibió el aviso.
}
register-more = Mostrar más
register-page = { $shown } de { $count } acuerdos
register-select = Marcar el acuerdo { $version } del caso { $reference }
register-select-page = Marcar todos los de esta lista
register-chosen = { $count ->
    [0] Ninguno marcado
    [one] { $count } marcado
   *[other] { $count } marcados
}
register-parties = { $consumer } y { $company }
register-version = Acuerdo { $version }
register-concluded = Concluido el { $date }
register-nothing-owed = Sin obligación con plazo.
register-debtor = Quién debe: { $name }
register-due-on = Hasta { $date }
register-overdue = Plazo vencido
register-breached = Incumplido
register-breached-once = Antes estuvo incumplido
register-rest = Falta { $money }
register-reported = Informado: { $money }
register-confirmed = Confirmado: { $money }
register-released = Condonado: { $money }
register-presumed = Sin confirmación: { $money }
register-file-pdf = PDF
register-file-record = ZIP con pruebas
register-file-about = Acuerdo { $version } del caso { $reference }
register-unsealed = El documento final todavía se está haciendo.

## Exports of many
register-export = Descargar los marcados
register-export-all = Descargar todos los de este filtro ({ $count })
register-exports = Archivos pedidos
register-exports-lead = Cada archivo tiene los acuerdos en PDF, el registro que prueba cada uno y un índice. Se guarda durante un día.
register-exports-none = Ningún archivo pedido.
register-job = { $count ->
    [one] { $count } acuerdo · pedido { $when }
   *[other] { $count } acuerdos · pedidos { $when }
}
register-job-waiting = Esperando turno
register-job-making = En preparación: { $done } de { $count }
register-job-ready = Listo hasta { $when }
register-job-failed = No se pudo preparar este archivo. Pídalo de nuevo.
register-job-failed-full = No había espacio para este archivo en el servidor. Quien opera el sitio ya recibió el aviso.
register-job-left-out = { $count ->
    [one] { $count } acuerdo quedó fuera; el índice dice por qué.
   *[other] { $count } acuerdos quedaron fuera; el índice dice por qué.
}
register-job-download = Descargar ({ $size })
register-job-remove = Borrar
register-job-about = pedido { $when }
register-job-started = El archivo se está preparando. Puede continuar; aparecerá abajo cuando esté listo.
register-job-is-ready = El archivo está listo.
register-job-removed = El archivo se borró.

## Who looked into a case
access-title = Quién consultó este caso
access-lead = Personas que miraron este caso por su función, no por participar en él: ombudsman, área jurídica, gestión, coordinación. Cada línea dice qué se leyó, dentro de lo que usted también puede leer.
access-empty = Nadie consultó este caso por su función.
access-more = Mostrar consultas anteriores
access-you = Usted
access-nobody = Alguien cuya cuenta ya no existe
access-read = Leyó: { $channels }
access-agreement = Se llevó el acuerdo
access-company-ombudsman = defensor del cliente de la empresa { $organisation }
access-company-legal = área jurídica de la empresa { $organisation }
access-company-queue_officer = equipo de la empresa { $organisation } con el caso en su cola
access-company-approver = gestión de la empresa { $organisation }
access-company-invited = equipo de la empresa { $organisation }
access-company-register = registro de acuerdos de la empresa { $organisation }
access-operator-ombudsman = ombudsman independiente de la plataforma ({ $organisation })
access-operator-legal = área jurídica de la plataforma ({ $organisation })
access-operator-queue_officer = equipo de la plataforma ({ $organisation }) con el caso en su cola
access-operator-coordinator = coordinación ({ $organisation })
access-operator-register = registro de acuerdos de la plataforma ({ $organisation })
access-channel-procedure = procedimiento
access-channel-joint = sala conjunta
access-channel-caucus = conversación reservada
access-channel-internal = notas del equipo
access-channel-notes = notas de quien media
access-channel-sealed = respuestas cerradas
access-channel-review = revisión { $number }
access-channel-desk = notas de la revisión { $number }
access-channel-challenge = recusación de quien media
