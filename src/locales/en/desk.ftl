### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Words from a private conversation
desk-leak-body = The marked text comes from the private conversation with { $name }, who has not allowed it to be told.
desk-leak-remove = Remove the words
desk-leak-ask = Ask { $name }
