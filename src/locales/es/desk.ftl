### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Fragmento de la conversación reservada
desk-leak-body = El texto marcado viene de la conversación reservada con { $name }, que aún no autorizó contar.
desk-leak-remove = Quitar el fragmento
desk-leak-ask = Pedir permiso a { $name }
