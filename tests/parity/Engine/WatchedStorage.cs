using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using DurableTask.AzureStorage;

namespace ACip.Tests.Parity.Engine;

/// <summary>The clients that Microsoft's engine speaks to storage with: the genuine ones, with every message watched.</summary>
internal static class WatchedStorage
{
    public static StorageAccountClientProvider Clients(string connection, WatchedQueues queues) =>
        new(
            new Provider<BlobServiceClient, BlobClientOptions>(
                () => new BlobClientOptions(),
                options => new BlobServiceClient(connection, options)
            ),
            new Provider<QueueServiceClient, QueueClientOptions>(
                () => new QueueClientOptions(),
                options => new Service(connection, options, name => new WatchedQueue(connection, name, options, queues))
            ),
            new Provider<TableServiceClient, TableClientOptions>(
                () => new TableClientOptions(),
                options => new TableServiceClient(connection, options)
            )
        );

    private sealed class Provider<TClient, TOptions>(Func<TOptions> fresh, Func<TOptions, TClient> create)
        : IStorageServiceClientProvider<TClient, TOptions>
        where TOptions : ClientOptions
    {
        public TOptions CreateOptions() => fresh();

        public TClient CreateClient(TOptions options) => create(options);
    }

    private sealed class Service(string connection, QueueClientOptions options, Func<string, QueueClient> queue)
        : QueueServiceClient(connection, options)
    {
        public override QueueClient GetQueueClient(string queueName) => queue(queueName);
    }

    private sealed class WatchedQueue(string connection, string name, QueueClientOptions options, WatchedQueues queues)
        : QueueClient(connection, name, options)
    {
        /// <summary>After which a message that could not be used is tried again for the first time: it may have overtaken another
        /// one.</summary>
        private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(2);

        /// <summary>By which the engine keeps a message that it is working on.</summary>
        private static readonly TimeSpan Renewal = new AzureStorageOrchestrationServiceSettings().ControlQueueVisibilityTimeout;

        public override async Task<Response<SendReceipt>> SendMessageAsync(
            string messageText,
            TimeSpan? visibilityTimeout,
            TimeSpan? timeToLive,
            CancellationToken cancellationToken
        )
        {
            if (visibilityTimeout is not { Ticks: > 0 })
            {
                return await queues.SentAsync(
                    () => base.SendMessageAsync(messageText, visibilityTimeout, timeToLive, cancellationToken),
                    sent => sent.Value.MessageId
                );
            }

            Response<SendReceipt> receipt = await base.SendMessageAsync(messageText, visibilityTimeout, timeToLive, cancellationToken);
            queues.Hide(
                receipt.Value.MessageId,
                messageText,
                () =>
                    UpdateMessageAsync(
                        receipt.Value.MessageId,
                        receipt.Value.PopReceipt,
                        (string?)null,
                        TimeSpan.Zero,
                        CancellationToken.None
                    )
            );
            return receipt;
        }

        public override async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
            int? maxMessages,
            TimeSpan? visibilityTimeout,
            CancellationToken cancellationToken
        )
        {
            Response<QueueMessage[]> received = await base.ReceiveMessagesAsync(maxMessages, visibilityTimeout, cancellationToken);
            Array.ForEach(received.Value, message => queues.Received(message.MessageId));
            return received;
        }

        public override async Task<Response<QueueMessage>> ReceiveMessageAsync(
            TimeSpan? visibilityTimeout,
            CancellationToken cancellationToken
        )
        {
            Response<QueueMessage> received = await base.ReceiveMessageAsync(visibilityTimeout, cancellationToken);
            if (received.Value is { } message)
            {
                queues.Received(message.MessageId);
            }

            return received;
        }

        public override async Task<Response<UpdateReceipt>> UpdateMessageAsync(
            string messageId,
            string popReceipt,
            string? messageText,
            TimeSpan visibilityTimeout,
            CancellationToken cancellationToken
        )
        {
            Response<UpdateReceipt> updated = await base.UpdateMessageAsync(
                messageId,
                popReceipt,
                messageText,
                visibilityTimeout,
                cancellationToken
            );
            if (visibilityTimeout > FirstTry && visibilityTimeout != Renewal)
            {
                queues.PutOff(messageId);
            }

            return updated;
        }

        public override async Task<Response> DeleteMessageAsync(
            string messageId,
            string popReceipt,
            CancellationToken cancellationToken = default
        )
        {
            Response deleted = await base.DeleteMessageAsync(messageId, popReceipt, cancellationToken);
            queues.Deleted(messageId);
            return deleted;
        }
    }
}
