### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Trecho da conversa reservada
desk-leak-body = O texto marcado veio da conversa reservada com { $name }, que ainda não autorizou contar.
desk-leak-remove = Tirar o trecho
desk-leak-ask = Pedir a { $name }
