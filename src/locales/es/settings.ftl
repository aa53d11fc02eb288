# Las reglas de los casos nuevos, en la página de la administración.
settings-title = Reglas de los casos nuevos
settings-lead = Plazos, límites y opciones de { $name }.
settings-keep = Lo que cambie aquí vale para los casos que empiecen después. Los casos que ya existen siguen con las reglas con que empezaron.
settings-group-intake = Ingreso
settings-group-room = Conversación y propuestas
settings-group-mediation = Mediación
settings-group-agreement = Acuerdo y cumplimiento
settings-group-officers = Ombudsman y área jurídica
settings-on = Sí
settings-off = No
settings-unit-days = días
settings-unit-working-days = días hábiles
settings-unit-hours = horas
settings-unit-times = veces
settings-amount-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
  }
settings-amount-working-days = { $count ->
    [one] { $count } día hábil
   *[other] { $count } días hábiles
  }
settings-amount-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
  }
settings-amount-times = { $count ->
    [one] { $count } vez
   *[other] { $count } veces
  }
settings-bounds = De { $least } a { $greatest }.
settings-usual = Valor predeterminado: { $value }.
settings-reset = Volver al valor predeterminado
settings-fault-number = Escriba un número entero.
settings-fault-bounds = Escriba un número de { $least } a { $greatest }.
settings-fault-above = No puede ser más que “{ $other }”.
settings-changed = { $count ->
    [one] { $count } cambio sin guardar
   *[other] { $count } cambios sin guardar
  }
settings-none-changed = Nada cambió.
settings-saved = Guardado. Vale para los casos nuevos.
settings-save = Guardar
settings-undo = Deshacer
settings-log = Qué cambió hasta hoy
settings-log-none = Nadie cambió nada: valen los valores de la instalación.
settings-log-reset = vuelve al valor predeterminado
settings-somebody = alguien que dejó el equipo

setting-admit_by_rule = Admitir casos por regla
setting-admit_by_rule-more = Con “sí”, cada reclamo se admite en el acto. Con “no”, la coordinación admite o rechaza cada uno, y quien reclamó espera.
setting-admission_working_days = Tiempo de la coordinación para admitir
setting-admission_working_days-more = Cuando los casos no se admiten por regla. Después de este tiempo la coordinación recibe un aviso cada día.
setting-invitation_days = Tiempo para responder a la invitación
setting-invitation_days-more = La persona invitada tiene este tiempo desde que recibió la invitación. Después cuenta como rechazada.
setting-first_reply_days = Tiempo de la empresa para la primera respuesta
setting-first_reply_days-more = Después de este tiempo sin respuesta, el caso va al ombudsman.
setting-first_reply_in_working_days = Contar la primera respuesta en días hábiles
setting-first_reply_in_working_days-more = Vale para el tiempo de la empresa para la primera respuesta.
setting-procedure_days = Tiempo de todo el procedimiento
setting-procedure_days-more = Del reclamo al acuerdo; el tiempo de firmar no cuenta. Después el caso va al ombudsman.
setting-room_reply_working_days = Tiempo para responder en la conversación
setting-room_reply_working_days-more = Vale para cada lado y para quien media. Después llega un recordatorio, y otro cada vez que pasa este tiempo.
setting-silent_consumer_days = Espera por quien reclamó y no responde
setting-silent_consumer_days-more = Cuenta desde el tercer recordatorio. Después el caso se cierra por falta de respuesta, y se puede reabrir.
setting-proposal_days = Validez de una propuesta
setting-proposal_days-more = Cuando quien propone no elige otra.
setting-proposal_days_max = Validez máxima de una propuesta
setting-proposal_days_max-more = Nadie puede dejar una propuesta abierta por más tiempo.
setting-refusals_before_escalation = Propuestas rechazadas antes del ombudsman
setting-refusals_before_escalation-more = Después de rechazar este número, quien reclamó puede llevar el caso al ombudsman.
setting-replace_representative_working_days = Tiempo para enviar a otra persona
setting-replace_representative_working_days-more = Cuando un lado pierde a la única persona que lo representa. Después la mediación termina sin acuerdo.
setting-mediator_accept_working_days = Tiempo para aceptar una mediación
setting-mediator_accept_working_days-more = La persona propuesta para mediar acepta o no. Después se propone a otra.
setting-ground_rules_working_days = Tiempo para aceptar los términos de la mediación
setting-ground_rules_working_days-more = Después llega un recordatorio a cada lado que falta.
setting-ground_rules_days = Espera por los términos de la mediación
setting-ground_rules_days-more = Quien no los haya aceptado hasta entonces deja la mediación, que termina.
setting-mediation_days = Duración de la mediación
setting-mediation_days-more = Los dos lados pueden extenderla. Después termina sin acuerdo.
setting-remitted_days = Duración de una mediación devuelta
setting-remitted_days-more = Cuando el ombudsman o el área jurídica devuelve el caso a la mediación.
setting-conflict_days = Impedimento por conflicto
setting-conflict_days-more = Quien estuvo con una de las partes, o contra ella, no media casos suyos durante este tiempo.
setting-company_pays = La empresa paga la mediación
setting-company_pays-more = Con “no”, paga el centro de mediación. Quien reclamó nunca paga. El texto sobre el costo cambia en páginas y correos de los casos nuevos.
setting-signature_days = Tiempo para firmar el acuerdo
setting-signature_days-more = Después el caso vuelve a la conversación.
setting-reflection_hours = Tiempo para pensar antes de firmar
setting-reflection_hours-more = Quien reclamó firma solo después, o si renuncia a esta espera. Con 0, no hay espera.
setting-breach_days = Atraso hasta contar como incumplido
setting-breach_days-more = Cuenta desde el vencimiento. Después llega el expediente de ejecución y el caso va al área jurídica.
setting-confirmation_reminder_days = Recordatorio para confirmar el cumplimiento
setting-confirmation_reminder_days-more = Entre el aviso de que se cumplió y el primer recordatorio, y de ahí al segundo.
setting-confirmation_days = Espera por la confirmación
setting-confirmation_days-more = Cuenta desde el segundo recordatorio. Después cuenta como hecho, sin confirmación.
setting-follow_up_days = Pregunta si todo está bien
setting-follow_up_days-more = Después del último compromiso, le preguntamos a quien reclamó, que pone una nota.
setting-ombudsman_working_days = Tiempo del ombudsman
setting-ombudsman_working_days-more = Por caso en la cola. Después el caso aparece con atraso y se avisa a la gestión.
setting-legal_working_days = Tiempo del área jurídica
setting-legal_working_days-more = Por caso en la cola. Después el caso aparece con atraso y se avisa a la gestión.
setting-question_working_days = Tiempo para responder al ombudsman o al área jurídica
setting-question_working_days-more = Cuando la pregunta no dice otro.
setting-breach_to_company = El incumplimiento va al área jurídica de la empresa
setting-breach_to_company-more = Con “sí”, va al área jurídica de la propia empresa, si la tiene. Con “no”, a la de la plataforma.
