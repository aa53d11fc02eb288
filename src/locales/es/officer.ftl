### Texts of the queues and of the ombudsman's and legal officers' room.


## Queues

officer-queues = Colas
officer-shape = Mostrar como
officer-shape-table = Tabla
officer-shape-board = Tablero
officer-take-next = Tomar el próximo que vence
officer-house-company_ombudsman = Defensor del cliente de la empresa { $name }. No decide por las partes; sin acuerdo, el caso pasa al ombudsman independiente de la plataforma.
officer-house-company_legal = Área jurídica de la empresa { $name }. No decide por las partes; sin acuerdo, el caso pasa a la plataforma.
officer-house-operator_ombudsman = Ombudsman independiente de la plataforma ({ $name }). No pertenece a ninguna de las partes.
officer-house-operator_legal = Área jurídica de la plataforma ({ $name }). No pertenece a ninguna de las partes.
officer-breached-count = { $count ->
    [one] { $count } vencido
   *[other] { $count } vencidos
  }
officer-no-queues = Usted no está en ninguna cola.
officer-filter-all = Todos
officer-filter-breached = Vencidos
officer-filter-today = Vencen hoy
officer-filter-mine = Míos
officer-see-all = Ver todos
officer-order = Orden: vencidos, prioridad, tiempo de espera
officer-empty = Ningún caso en esta cola. Cuando llegue uno, aparece aquí.
officer-empty-filter = Ningún caso con este filtro.
officer-lane-arrived = Llegaron
officer-lane-review = En revisión
officer-lane-waiting = Esperando respuesta
officer-lane-ended = Cerrados o listos para exportar
officer-lane-empty = Ningún caso
officer-col-case = Caso
officer-col-names = Partes
officer-col-ground = Por qué llegó
officer-col-clock = Plazo
officer-col-priority = Prioridad
officer-col-state = Situación
officer-col-holder = Con quién
officer-clock-over = Vencido hace { $time }
officer-clock-paused = Detenido: espera respuesta
officer-clock-ended = Terminó el { $date }
officer-clock-until = Hasta el { $when }
officer-yours = con usted
officer-nobody = nadie todavía
officer-has-it = Lo tiene: { $name }
officer-menu = Acciones para { $name }, { $reference }
officer-priority = Prioridad
officer-priority-is = Prioridad: { $priority }
officer-claim = Tomar el caso
officer-open = Abrir el caso
officer-release = Devolver a la cola
officer-claimed = Usted tomó el caso { $reference }.
officer-released = El caso { $reference } volvió a la cola.
officer-prioritised = Prioridad del caso { $reference }: { $priority }.
officer-claimed-by = { $name } tomó este caso poco antes que usted.
officer-not-taken = Caso { $reference }: { $reason }

## A case of the queue, not in hand

officer-take-title = Este caso espera a alguien
officer-take-lead = Usted ve lo que registra el procedimiento: nombres, fechas y motivos, sin conversación ni montos. Al tomarlo recibe el expediente.
officer-entry = Paso por este equipo
officer-procedure = Lo que registra el procedimiento
officer-fact-queue = Equipo
officer-fact-ground = Por qué llegó
officer-fact-state = Situación
officer-fact-holder = Quién lo tiene
officer-fact-since = Llegó
officer-fact-due = Plazo
officer-fact-waiting = Espera
officer-fact-outcome = Cómo terminó

## The room

officer-you-company_ombudsman = Defensor del cliente de la empresa: { $company }
officer-you-company_legal = Área jurídica de la empresa: { $company }
officer-you-operator_ombudsman = Ombudsman independiente de la plataforma, neutral en el caso con la empresa { $company }
officer-you-operator_legal = Área jurídica de la plataforma, neutral en el caso con la empresa { $company }
officer-parts = Partes de la página
officer-part-file = Expediente
officer-part-review = Revisión
officer-part-desk = Mesa
officer-released-items = Liberado después ({ $count })
officer-released-none = Nada se liberó además del expediente.
officer-hidden = Las respuestas quedan ocultas hasta que lleguen ambas. Después solo se sabe: aceptada por los dos lados, o no.
officer-waits-for = Esperando la respuesta: { $name }. Su plazo está detenido.
officer-review-hint = Los dos lados leen todo lo que usted escribe aquí. No escucha a nadie en privado.
officer-notes = Notas de mesa
officer-notes-readers = Solo su equipo las lee. Las partes nunca.
officer-note-new = Nota nueva
officer-note-missing = Escriba la nota.
officer-note-save = Guardar nota
officer-note-done = Nota guardada.
officer-note-to = para { $name }
officer-papers = Documentos y registros
officer-papers-none = Todavía no hay documentos del procedimiento.
officer-paper = { $name }, { $date }
officer-record-procedural = Registro del procedimiento con pruebas
officer-record-joint = Registro con la sala conjunta
officer-record-missing = Falta la autorización de: { $names }

## What an officer does

officer-more-acts = Más acciones
officer-act-ask = Hacer una pregunta
officer-act-recommend = Recomendar términos
officer-act-offer = Proponer por la empresa
officer-act-remit = Devolver a la mediación
officer-act-forward = Enviar a otro equipo
officer-act-close = Cerrar el caso
officer-act-hand_over = Pasar a otra persona del equipo
officer-act-prioritise = Cambiar la prioridad
officer-act-release = Devolver a la cola
officer-release-body = El caso vuelve a la cola y otra persona del equipo puede tomarlo. El plazo sigue corriendo.
officer-reasons = Por qué recomienda estos términos (los dos lados lo leen)
room-error-reasons-missing = Escriba por qué recomienda estos términos.
officer-nobody-else = No hay otra persona que pueda tomarlo.
officer-ask-lead = Los dos lados leen la pregunta y la respuesta. Mientras tanto su plazo se detiene.
officer-ask-side = ¿Quién responde?
officer-ask-side-missing = Elija quién responde.
officer-ask-question = Pregunta
officer-ask-missing = Escriba la pregunta.
officer-ask-due = Plazo para responder
officer-ask-due-rule = El de las reglas de esta instalación
officer-ask-yes = Preguntar
officer-ask-done = Pregunta enviada a { $name }.
officer-hand-over-lead = La persona recibe el caso con el expediente y su nota. Usted deja de leer la revisión.
officer-hand-over-to = Para quién
officer-hand-over-to-missing = Elija a una persona.
officer-hand-over-note = Nota de traspaso (solo el equipo la lee)
officer-hand-over-note-missing = Escriba lo que la persona necesita saber.
officer-hand-over-yes = Pasar el caso
officer-hand-over-done = El caso se pasó.
officer-remit-lead = El caso vuelve a la mediación por un tiempo limitado, con conversaciones reservadas nuevas. Solo una vez por equipo. Sin acuerdo, vuelve aquí.
officer-remit-who = Quién media
officer-remit-rotation = Por rotación
officer-remit-yes = Devolver a la mediación
officer-remit-done = El caso volvió a la mediación.
officer-forward-lead = El caso pasa a otro equipo, con un expediente nuevo. Sus preguntas y respuestas no lo acompañan. Se avisa a los dos lados.
officer-forward-queue = Adónde
officer-forward-queue-missing = Elija el equipo.
officer-forward-ground = Motivo
officer-forward-ground-missing = Elija el motivo.
officer-forward-note = Nota para el otro equipo (opcional)
officer-forward-note-hint = Es de la misma organización, por eso la nota puede acompañar al caso. Las partes no la leen.
officer-decision-reasons = Razones de la decisión
officer-decision-reasons-hint = Ambos lados leen este texto en la página del caso. El correo solo dice que está allí.
officer-decision-reasons-missing = Escriba las razones: ambos lados las leen.
officer-forward-no-note = Es otra organización: ninguna nota acompaña al caso.
officer-forward-yes = Enviar
officer-forward-done = El caso se envió a: { $queue }.
officer-close-company = Dar la respuesta final de la empresa
officer-close-lead = El caso termina para los dos lados. Se emiten los documentos del procedimiento, y las recomendaciones abiertas pierden validez.
officer-close-lead-company = Es la última palabra de la empresa, no el fin del caso: pasa al ombudsman independiente de la plataforma, y se avisa a los dos lados.
officer-close-how = Cómo termina
officer-close-missing = Elija cómo termina.
officer-close-no_agreement = Sin acuerdo
officer-close-no_agreement-more = Las partes quedan libres para otros caminos.
officer-close-final_answer = Respuesta final
officer-close-final_answer-more = La revisión terminó y no hay más que hacer aquí.
officer-close-referred_to_court = Derivado a la Justicia
officer-close-referred_to_court-more = El conflicto sigue en la Justicia.
officer-close-enforced_elsewhere = Ejecutado por otra vía
officer-close-enforced_elsewhere-more = El acuerdo sigue vigente y se ejecuta fuera de aquí.
officer-close-released = Condonado por quien debía recibir
officer-close-released-more = Quien debía recibir dijo que ya no reclama lo que falta.
officer-close-fulfilled = Acuerdo cumplido
officer-close-fulfilled-more = Todo fue confirmado por quien recibió.
officer-close-settled_unconfirmed = Cumplimiento sin confirmación
officer-close-settled_unconfirmed-more = Lo informado como cumplido no fue confirmado ni objetado.
officer-close-yes = Cerrar el caso
officer-close-yes-company = Dar la respuesta final
officer-close-done = El caso se cerró.
officer-close-done-company = Respuesta final dada. El caso pasa al ombudsman independiente.
officer-priority-lead = Cambia el orden en la cola: vencidos primero, después prioridad, después tiempo de espera.
officer-priority-yes = Cambiar
